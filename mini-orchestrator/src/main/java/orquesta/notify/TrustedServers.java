package orquesta.notify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * Which servers are believed to be who they say: those that this Java trusts, and those whose certificate, or that of who signed
 * it, stands in a file that a variable of the environment names.
 */
final class TrustedServers {
    static final String VARIABLE = "ORQUESTA_CERTIFICATES";

    private TrustedServers() {}

    /**
     * What speaks TLS with servers that are trusted.
     *
     * @throws NotSent if the variable is set and its file cannot be read
     */
    static SSLContext context(Secrets secrets) throws NotSent {
        Optional<String> file = secrets.find(VARIABLE);
        try {
            return file.isEmpty() ? SSLContext.getDefault() : context(certificates(Path.of(file.get())));
        } catch (GeneralSecurityException | IOException | InvalidPathException e) {
            throw new NotSent(false, Message.of("alert.tls_file", VARIABLE, file.orElse("")));
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new CertificateException("none");
            }
            return found;
        }
    }

    private static SSLContext context(Collection<? extends Certificate> more)
            throws GeneralSecurityException, IOException {
        List<Certificate> trusted = new ArrayList<>(more);
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager usual) {
                trusted.addAll(List.<X509Certificate>of(usual.getAcceptedIssuers()));
            }
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("c" + store.size(), certificate);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store), null);
        return context;
    }

    /** Of a store; null is that of this Java. */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /**
     * What is wrong with the certificate of a server, in a sentence; empty if something else broke.
     *
     * @param who the server, as it may be named
     */
    static Optional<NotSent> refused(Throwable thrown, Message who) {
        boolean certificate = false;
        boolean unknown = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of(new NotSent(false, Message.of("alert.tls_expired", who)));
            }
            unknown |= cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
            certificate |= cause instanceof CertificateException;
        }
        if (unknown) {
            return Optional.of(new NotSent(false, Message.of("alert.tls_unknown", who, VARIABLE)));
        }
        return certificate ? Optional.of(new NotSent(false, Message.of("alert.tls_name", who))) : Optional.empty();
    }
}
