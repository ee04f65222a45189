package orquesta.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.alert.Channel;
import orquesta.text.Language;
import orquesta.text.Message;

/** Each channel against a real one of its kind on this machine. */
class NotifiersTest {
    private static final String PASSWORD = "s3cr3t-w0rd";
    private static final Channel HTTP = new Channel.Http("AVISOS_URL");
    private static final Channel MAIL = new Channel.Mail("AVISOS_SMTP", List.of("rosario@tienda.cl", "ana@tienda.cl"));

    private final Map<String, String> environment = new HashMap<>();
    private final Notice notice =
            new Notice("tienda", "onFailure: x", List.of(Message.valueOf("corrida 3 falló: se acabó el té, ¿más?")));

    @TempDir
    Path folder;

    private NotSent refused(Channel channel) {
        NotSent thrown = catchThrowableOfType(NotSent.class, () -> new Notifiers(environment).send(channel, notice));
        assertThat(thrown).isNotNull();
        assertThat(thrown.reason().in(Language.EN) + thrown.reason().in(Language.ES))
                .doesNotContain(PASSWORD)
                .doesNotContain("alert.");
        return thrown;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private AtomicReference<String> answering(int status, HttpServer server) {
        AtomicReference<String> got = new AtomicReference<>("");
        server.createContext("/", exchange -> {
            got.set(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        environment.put("AVISOS_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/" + PASSWORD);
        return got;
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @Test
    void an_address_gets_json() throws Exception {
        HttpServer server = server();
        try {
            AtomicReference<String> got = answering(204, server);
            new Notifiers(environment).send(HTTP, notice);

            String body = got.get().replaceFirst("^/hooks/" + PASSWORD + " ", "");
            assertThat(new ObjectMapper().readTree(body))
                    .isEqualTo(new ObjectMapper()
                            .createObjectNode()
                            .put("text", "[tienda] corrida 3 falló: se acabó el té, ¿más?\n")
                            .put("pipeline", "tienda")
                            .put("alert", "onFailure: x")
                            .put("count", 1));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "429, true", "404, false", "301, false"})
    void other_answers_are_told_and_some_are_worth_another_try(int status, boolean again) throws Exception {
        HttpServer server = server();
        try {
            answering(status, server);
            NotSent refused = refused(HTTP);

            assertThat(refused.again()).isEqualTo(again);
            assertThat(refused.reason()).hasToString("the address in AVISOS_URL answered " + status);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_address_that_is_wrong_or_not_there_is_not_quoted() throws Exception {
        assertThat(refused(HTTP).reason().toString()).contains("AVISOS_URL is not set");
        environment.put("AVISOS_URL", "chat example " + PASSWORD);
        assertThat(refused(HTTP).again()).isFalse();
        environment.put("AVISOS_URL", "http://127.0.0.1:" + closedPort() + "/" + PASSWORD);
        assertThat(refused(HTTP).again()).isTrue();
    }

    @Test
    void a_server_of_mail_gets_it_whole_for_everybody() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        try {
            server.start();
            server.setUser("rosario@tienda.cl", "x");
            server.setUser("ana@tienda.cl", "x");
            server.setUser("avisos@tienda.cl", "avisos@tienda.cl", PASSWORD);
            int port = server.getSmtp().getPort();
            environment.put("AVISOS_SMTP", "smtp://avisos@tienda.cl:" + PASSWORD + "@127.0.0.1:" + port);
            new Notifiers(environment).send(MAIL, notice);

            assertThat(server.getReceivedMessages()).hasSize(2);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("[tienda] corrida 3 falló: se acabó el té, ¿más?");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("avisos@tienda.cl");
            assertThat(mail.getAllRecipients()).hasSize(2);
            assertThat(mail.getSentDate()).isNotNull();
            assertThat(mail.getContent().toString().strip())
                    .isEqualTo(notice.text().strip());
        } finally {
            server.stop();
        }
    }

    @Test
    void a_wrong_password_is_not_tried_again_and_not_shown() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        try {
            server.start();
            server.setUser("avisos", "avisos", "another");
            environment.put(
                    "AVISOS_SMTP",
                    "smtp://avisos:" + PASSWORD + "@127.0.0.1:"
                            + server.getSmtp().getPort());
            NotSent refused = refused(MAIL);

            assertThat(refused.again()).isFalse();
            assertThat(refused.reason().toString()).contains("refuses the user or the password in AVISOS_SMTP");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_of_mail_that_is_gone_may_come_back_and_one_that_is_none_is_told() throws Exception {
        environment.put("AVISOS_SMTP", "smtp://avisos:" + PASSWORD + "@127.0.0.1:" + closedPort());
        assertThat(refused(MAIL).again()).isTrue();
        environment.put("AVISOS_SMTP", "mail.example " + PASSWORD);
        assertThat(refused(MAIL).again()).isFalse();
    }

    private Channel script(String name, String... lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new Channel.Command(List.of("./" + name, "who"), folder);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_program_reads_it_and_runs_in_the_folder_of_the_pipeline() throws Exception {
        new Notifiers(environment)
                .send(script("avisar.sh", "echo \"$1: $ORQUESTA_ALERT\" > got", "cat >> got"), notice);

        assertThat(Files.readString(folder.resolve("got")))
                .isEqualTo("who: [tienda] corrida 3 falló: se acabó el té, ¿más?\n" + notice.text());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_program_that_fails_is_told_with_what_it_said_last_but_no_key() throws Exception {
        environment.put("CHAT_TOKEN", PASSWORD);
        NotSent refused =
                refused(script("avisar.sh", "echo first", "echo 'no route for " + PASSWORD + "' >&2", "exit 3"));

        assertThat(refused.again()).isTrue();
        assertThat(refused.reason().toString())
                .contains("ended with 3", "no route for ***")
                .doesNotContain("first");
    }

    @Test
    void a_program_that_is_not_there_is_told() {
        NotSent refused = refused(new Channel.Command(List.of("./nobody.sh"), folder));

        assertThat(refused.again()).isFalse();
        assertThat(refused.reason().toString()).contains("nobody.sh");
    }
}
