package orquesta.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import orquesta.OwnJvm;

/**
 * A key and a certificate that nobody signed, as people make them for a server of their own, and a small server of mail that
 * becomes encrypted when it is asked to.
 */
record TlsServers(Path store, Path certificate) {
    static final String PASSWORD = "changeit";

    /** Of each kind one, made by this JDK's own tool. */
    record Kinds(TlsServers good, TlsServers otherName, TlsServers old) {}

    /** For {@code localhost}, for another name, and out of date; in one JVM, since the tool starts more slowly than it works. */
    static Kinds make(Path folder) throws Exception {
        List<String> lines = new ArrayList<>();
        Kinds kinds = new Kinds(
                selfSigned(folder, "localhost", lines),
                selfSigned(folder, "tienda.example", lines),
                old(folder, "localhost", lines));
        List<String> command =
                OwnJvm.command("--add-exports=java.base/sun.security.tools.keytool=ALL-UNNAMED", "pruebas.Llaves");
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = made.getOutputStream()) {
            in.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        return kinds;
    }

    /** A certificate for a name that its own key signed. */
    private static TlsServers selfSigned(Path folder, String name, List<String> lines) {
        Path store = folder.resolve(name + ".p12");
        Path certificate = folder.resolve(name + ".pem");
        lines.add(line(store, "-genkeypair -keyalg EC -validity 2 -dname CN=x -ext san=dns:" + name));
        lines.add(line(store, "-exportcert -rfc -file " + certificate));
        return new TlsServers(store, certificate);
    }

    /** One that somebody else signed, good for two days that have passed; the certificate is of who signed it. */
    private static TlsServers old(Path folder, String name, List<String> lines) {
        Path signer = folder.resolve("signer.p12");
        Path store = folder.resolve(name + "-old.p12");
        Path request = folder.resolve("request");
        Path signed = folder.resolve("signed");
        Path certificate = folder.resolve("signer.pem");
        lines.add(line(signer, "-genkeypair -keyalg EC -validity 99 -dname CN=signer -ext bc:c"));
        lines.add(line(store, "-genkeypair -keyalg EC -dname CN=x"));
        lines.add(line(store, "-certreq -file " + request));
        String days = " -ext san=dns:" + name + " -startdate -9d -validity 2";
        lines.add(line(signer, "-gencert -infile " + request + " -outfile " + signed + days));
        lines.add(line(signer, "-exportcert -rfc -file " + certificate));
        lines.add(line(store, "-importcert -noprompt -trustcacerts -alias signer -file " + certificate));
        lines.add(line(store, "-importcert -noprompt -file " + signed));
        return new TlsServers(store, certificate);
    }

    /** Of the key {@code k}, unless the words name another. */
    private static String line(Path store, String words) {
        String alias = words.contains("-alias") ? "" : " -alias k";
        return words + alias + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store;
    }

    private static KeyStore keys(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        return keys;
    }

    SSLContext context() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys(store), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** Takes one mail; each line that it hears is kept behind whether it came encrypted. */
    static final class StartTlsServer implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0);
        private final SSLContext context;
        private final boolean offers;
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final Thread thread = new Thread(this::serve, "starttls");

        StartTlsServer(SSLContext context, boolean offers) throws IOException {
            this.context = context;
            this.offers = offers;
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        Queue<String> heard() {
            return heard;
        }

        private void serve() {
            try (Socket plain = server.accept()) {
                plain.getOutputStream().write("220 hello\r\n".getBytes(StandardCharsets.UTF_8));
                if (talk(plain, offers ? "250-here\r\n250 STARTTLS\r\n" : "250 here\r\n", "plain ")) {
                    SSLSocket tls = (SSLSocket)
                            context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
                    tls.setUseClientMode(false);
                    talk(tls, "250-here\r\n250 AUTH PLAIN\r\n", "tls ");
                }
            } catch (IOException e) {
                heard.add("closed");
            }
        }

        /** Until somebody hangs up, or wants TLS: then true. */
        private boolean talk(Socket socket, String greeting, String how) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean mail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(how + line);
                if (mail && !line.equals(".")) {
                    continue;
                }
                mail = line.equals("DATA");
                socket.getOutputStream().write(answer(line, greeting).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                if (line.equals("STARTTLS")) {
                    return true;
                }
            }
            return false;
        }

        private static String answer(String line, String greeting) {
            if (line.startsWith("EHLO")) {
                return greeting;
            }
            if (line.startsWith("AUTH")) {
                return "235 welcome\r\n";
            }
            Map<String, String> answers = Map.of("DATA", "354 go on", "STARTTLS", "220 go on", "QUIT", "221 bye");
            return answers.getOrDefault(line, "250 well") + "\r\n";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
