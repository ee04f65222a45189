package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.Given;

/**
 * Who is let in. Requests are written by hand: a client would mend the headers that matter here. All are put to the same two
 * servers: who is refused changes nothing.
 */
@Tag("once")
class GuardTest {
    private static final Map<String, String> CODESPACE = Map.of(
            "CODESPACES", "true",
            "CODESPACE_NAME", "Fuzzy-Llama-x7",
            "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.github.dev");

    @TempDir
    private static Path home;

    private static Visit here;
    private static Visit codespace;

    @BeforeAll
    static void start() {
        here = Visit.of(home.resolve("here"), Given.pipeline(Given.assets("a")));
        codespace = new Visit(home.resolve("there"), home, () -> Given.pipeline(Given.assets("a")), CODESPACE);
    }

    @AfterAll
    static void stop() {
        here.close();
        codespace.close();
    }

    /** {@code PORT} in a header becomes the server's. */
    private static String ask(Visit visit, String method, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header.replace("PORT", String.valueOf(visit.server.port())))
                    .append("\r\n");
        }
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), visit.server.port())) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int runs() {
        return here.orchestrator.history().runs(Integer.MAX_VALUE).size();
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:PORT",
                "127.0.0.1:PORT",
                "[::1]:PORT",
                "LocalHost:PORT",
                "localhost",
                "localhost:40001"
            })
    void names_of_this_machine_are_answered(String host) throws IOException {
        assertThat(status(ask(here, "GET", "/", "Host: " + host))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost.evil.example:PORT",
                "127.0.0.1.evil.example",
                "127.0.0.1:PORT@evil.example",
                "192.168.0.7:PORT",
                "0.0.0.0:PORT",
                "fuzzy-llama-x7-PORT.app.github.dev",
            })
    void other_names_are_refused_with_a_sentence(String host) throws IOException {
        String answer = ask(here, "GET", "/", "Host: " + host, "Accept-Language: en");

        assertThat(status(answer)).isIn(400, 403);
        assertThat(answer).doesNotContain("data-step");
    }

    @Test
    void the_refusal_names_what_was_asked_and_what_to_open_in_the_language_of_the_browser() throws IOException {
        String english = ask(here, "GET", "/", "Host: evil.example", "Accept-Language: en");
        String spanish = ask(here, "GET", "/", "Host: evil.example", "Accept-Language: es-CL,en;q=0.5");

        assertThat(english).contains("403", "\"evil.example\"", "http://127.0.0.1:" + here.server.port() + "/");
        assertThat(spanish).contains("esta máquina", "\"evil.example\"");
    }

    @Test
    void a_forwarded_name_that_is_not_ours_is_refused_although_the_host_is() throws IOException {
        String answer = ask(here, "GET", "/", "Host: localhost:PORT", "X-Forwarded-Host: evil.example");

        assertThat(status(answer)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "fuzzy-llama-x7-PORT.app.github.dev,      ''",
        "fuzzy-llama-x7-PORT.app.github.dev:443,  ''",
        "localhost:PORT,                          fuzzy-llama-x7-PORT.app.github.dev",
        "127.0.0.1:PORT,                          ''",
    })
    void in_a_codespace_its_forwarded_name_is_ours_too(String host, String forwarded) throws IOException {
        String[] headers = forwarded.isEmpty()
                ? new String[] {"Host: " + host}
                : new String[] {"Host: " + host, "X-Forwarded-Host: " + forwarded};

        assertThat(status(ask(codespace, "GET", "/", headers))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "fuzzy-llama-x7-1.app.github.dev,               ''",
        "other-PORT.app.github.dev,                     ''",
        "fuzzy-llama-x7-PORT.app.github.dev.evil.example, ''",
        "localhost:PORT,                                other-PORT.app.github.dev",
        "localhost:PORT,                                'fuzzy-llama-x7-PORT.app.github.dev, evil.example'",
    })
    void in_a_codespace_other_forwarded_names_are_refused(String host, String forwarded) throws IOException {
        String[] headers = forwarded.isEmpty()
                ? new String[] {"Host: " + host}
                : new String[] {"Host: " + host, "X-Forwarded-Host: " + forwarded};

        assertThat(status(ask(codespace, "GET", "/", headers))).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:PORT,  200",
        "http://localhost:PORT,  200",
        "http://evil.example,    403",
        "http://localhost:8888,  403",
        "https://fuzzy-llama-x7-PORT.app.github.dev, 403",
        "null,                   403",
        "file://,                403",
    })
    void a_page_of_another_origin_is_refused(String origin, int expected) throws IOException {
        assertThat(status(ask(here, "GET", "/", "Host: 127.0.0.1:PORT", "Origin: " + origin)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fuzzy-llama-x7-PORT.app.github.dev, 200",
        "http://fuzzy-llama-x7-PORT.app.github.dev,  403",
        "https://other-PORT.app.github.dev,          403",
    })
    void in_a_codespace_its_own_origin_is_ours(String origin, int expected) throws IOException {
        String[] headers = {
            "Host: localhost:PORT", "X-Forwarded-Host: fuzzy-llama-x7-PORT.app.github.dev", "Origin: " + origin
        };

        assertThat(status(ask(codespace, "GET", "/", headers))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs", "/look"})
    void a_change_needs_the_token_of_this_start(String path) {
        assertThat(here.post(path, "select", "a").statusCode()).isEqualTo(403);
        assertThat(here.post(path, "select", "a", "token", codespace.token()).statusCode())
                .isEqualTo(403);
        assertThat(here.post(path, "select", "a", "token", here.token()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void without_a_token_nothing_runs_and_the_remedy_is_said() {
        int before = runs();
        String said = here.post("/runs", "select", "a").body();

        assertThat(said).contains("load the page again");
        assertThat(runs()).isEqualTo(before);
    }

    /** Nothing runs; a browser that opens the address of a form again is led home (303), or to the list of runs (200). */
    @ParameterizedTest
    @ValueSource(strings = {"GET /runs?select=a&token=", "PUT /runs", "DELETE /runs/1", "GET /look?lang=es&token="})
    void only_a_post_changes_anything(String request) throws IOException {
        int before = runs();
        String[] parts = request.split(" ");
        String answer = ask(here, parts[0], parts[1] + here.token(), "Host: localhost:PORT", "Content-Length: 0");

        assertThat(status(answer)).isIn(200, 303, 403, 404, 405);
        assertThat(answer).doesNotContain("Set-Cookie");
        assertThat(runs()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/runs", "/time", "/assets/a", "/runs/1", "/nowhere", "/orquesta.js", "/selection?select=x"
            })
    void every_answer_carries_a_policy_without_inline_script(String path) {
        here.ran("a");
        var headers = here.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/time", "/assets/a", "/runs/1", "/nowhere"})
    void pages_hold_no_inline_script_style_or_handler(String path) {
        here.ran("a");
        String page = here.get(path).body();

        assertThat(page)
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "/a\r\nX: y", ""})
    void a_choice_never_leads_to_another_server(String back) {
        var answer = here.post("/look", "token", here.token(), "theme", "dark", "back", back);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).matches("(http://127\\.0\\.0\\.1:\\d+)?/"));
    }

    @Test
    void it_listens_on_this_machine_only() throws IOException {
        var others = java.net.NetworkInterface.networkInterfaces()
                .flatMap(java.net.NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                .toList();

        for (var address : others) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Socket(address, here.server.port()).close())
                    .isInstanceOf(IOException.class);
        }
    }
}
