package orquesta.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.alert.Channel;
import orquesta.text.Language;
import orquesta.text.Message;

/** Alerts over TLS, to real servers on this machine whose certificates nobody signed. */
class TlsTest {
    private static final Channel HTTP = new Channel.Http("AVISOS_URL");
    private static final Channel MAIL = new Channel.Mail("AVISOS_SMTP", List.of("ana@tienda.cl"));
    private static final Notice NOTICE = new Notice("tienda", "onFailure: x", List.of(Message.valueOf("no más té")));

    @TempDir
    static Path folder;

    private static TlsServers good;
    private static TlsServers otherName;
    private static TlsServers old;
    private static Thread.UncaughtExceptionHandler before;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void certificates() throws Exception {
        before = Thread.getDefaultUncaughtExceptionHandler();
        TlsServers.Kinds kinds = TlsServers.make(folder);
        good = kinds.good();
        otherName = kinds.otherName();
        old = kinds.old();
        // GreenMail's threads die of a visitor who hangs up
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        // and it reads these once
        System.setProperty(
                DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                good.store().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TlsServers.PASSWORD);
    }

    @AfterAll
    static void forget() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    private void trusting(TlsServers server) {
        environment.put(TrustedServers.VARIABLE, server.certificate().toString());
    }

    private void send(Channel channel) throws NotSent, InterruptedException {
        new Notifiers(environment).send(channel, NOTICE);
    }

    private void refuses(Channel channel, String english, String spanish) {
        NotSent thrown = catchThrowableOfType(NotSent.class, () -> send(channel));
        assertThat(thrown).isNotNull();
        assertThat(thrown.again()).as("no wait mends a certificate").isFalse();
        assertThat(thrown.reason().in(Language.EN)).contains(english).doesNotContain("Exception", "hooks");
        assertThat(thrown.reason().in(Language.ES)).contains(spanish).doesNotContain("Exception", "hooks");
    }

    private AtomicReference<String> address(TlsServers keys, HttpsServer server) throws Exception {
        AtomicReference<String> got = new AtomicReference<>("");
        server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
        server.createContext("/", exchange -> {
            got.set(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        environment.put("AVISOS_URL", "https://localhost:" + server.getAddress().getPort() + "/hooks/1");
        return got;
    }

    private static HttpsServer server() throws Exception {
        return HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    }

    @Test
    void an_address_is_reached_once_its_certificate_is_in_the_file_and_until_then_the_sentence_says_so()
            throws Exception {
        HttpsServer server = server();
        try {
            AtomicReference<String> got = address(good, server);
            refuses(
                    HTTP,
                    "the address in AVISOS_URL shows a certificate that nobody here trusts; put it, or that of who"
                            + " signed it, in a file (PEM), and the path of that file in the variable"
                            + " ORQUESTA_CERTIFICATES",
                    "la dirección que está en AVISOS_URL muestra un certificado en que nadie confía");
            assertThat(got.get()).isEmpty();
            trusting(good);
            send(HTTP);

            assertThat(got.get()).isEqualTo("/hooks/1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_certificate_for_another_name_or_out_of_date_is_told_as_that() throws Exception {
        HttpsServer other = server();
        HttpsServer late = server();
        try {
            address(otherName, other);
            trusting(otherName);
            refuses(HTTP, "a certificate for another name", "es de otro nombre");
            address(old, late);
            trusting(old);
            refuses(HTTP, "a certificate that is out of date", "un certificado vencido");
        } finally {
            other.stop(0);
            late.stop(0);
        }
    }

    @Test
    void a_file_without_a_certificate_is_told() throws Exception {
        environment.put("AVISOS_URL", "https://localhost:1/hooks/1");
        environment.put(TrustedServers.VARIABLE, folder.resolve("nobody.pem").toString());
        refuses(HTTP, "nobody.pem\" in the variable ORQUESTA_CERTIFICATES holds no certificate", "nobody.pem");
        environment.put(TrustedServers.VARIABLE, good.store().toString());
        environment.put("AVISOS_SMTP", "smtps://localhost:1");
        refuses(MAIL, "localhost.p12\" in the variable", "localhost.p12");
    }

    @Test
    void mail_goes_over_tls_from_the_first_byte() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", "smtps"));
        try {
            server.start();
            server.setUser("ana@tienda.cl", "x");
            server.setUser("avisos@tienda.cl", "avisos@tienda.cl", "s3cr3t");
            int port = server.getSmtps().getPort();
            environment.put("AVISOS_SMTP", "smtps://avisos@tienda.cl:s3cr3t@localhost:" + port);
            refuses(
                    MAIL,
                    "the mail server localhost:" + port + " shows a certificate that nobody here trusts",
                    "el servidor de correo localhost:" + port);
            assertThat(server.getReceivedMessages()).isEmpty();
            trusting(good);
            send(MAIL);

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("[tienda] no más té");
        } finally {
            server.stop();
        }
    }

    @Test
    void mail_becomes_encrypted_before_the_password_and_the_text_are_told() throws Exception {
        trusting(good);
        try (TlsServers.StartTlsServer server = new TlsServers.StartTlsServer(good.context(), true)) {
            environment.put("AVISOS_SMTP", "smtp://avisos@tienda.cl:s3cr3t@localhost:" + server.port());
            send(MAIL);

            assertThat(server.heard())
                    .filteredOn(line -> line.startsWith("plain "))
                    .allMatch(line -> line.matches("plain (EHLO .*|STARTTLS)"))
                    .contains("plain STARTTLS");
            assertThat(server.heard())
                    .anyMatch(line -> line.startsWith("tls AUTH "))
                    .anyMatch(line -> line.startsWith("tls Subject: "));
        }
    }

    @Test
    void a_server_that_becomes_encrypted_with_a_certificate_of_nobody_hears_no_password() throws Exception {
        try (TlsServers.StartTlsServer server = new TlsServers.StartTlsServer(good.context(), true)) {
            environment.put("AVISOS_SMTP", "smtp://avisos@tienda.cl:s3cr3t@localhost:" + server.port());
            refuses(MAIL, "shows a certificate that nobody here trusts", "en que nadie confía");

            assertThat(server.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("Subject"));
        }
    }
}
