package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.Orchestrator;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.load.DefinitionLoader;
import orquesta.load.Fuentes;
import orquesta.load.LiveDefinitions;
import orquesta.schedule.Schedule;

/** One server for several pipelines: a list leads to the pages of each. */
@Tag("once")
class SeveralPipelinesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path folder;

    private final List<WebServer.Site> sites = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private WebServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        sites.forEach(site -> {
            site.definitions().close();
            site.orchestrator().close();
        });
    }

    private WebServer.Site site(String name, LiveDefinitions definitions) {
        WebServer.Site site = new WebServer.Site(
                name,
                definitions,
                Orchestrator.at(folder.resolve("home-" + name)),
                new CommandLine("./kit", name, null, Map.of()),
                Map.of(),
                Clock.fixed(NOW, ZoneOffset.UTC));
        sites.add(site);
        return site;
    }

    private WebServer.Site tienda() {
        AssetDefinition ventas =
                AssetDefinition.named("ventas").group("caja").computedBy(inputs -> Relation.rows("n", "1"));
        Job diario = Job.named("diario").select("*");
        Schedule noche = Schedule.named("noche").cron("0 3 * * *", "UTC").runs("diario");
        var loaded = Definitions.of(ventas).job(diario).schedule(noche).validated("tienda");
        return site("tienda", new LiveDefinitions(folder, () -> loaded));
    }

    private WebServer.Site otra(String name) {
        AssetDefinition lecturas = AssetDefinition.named("lecturas").computedBy(inputs -> Relation.rows("n", "1", "2"));
        var loaded = Definitions.of(lecturas).validated(name);
        return site(name, new LiveDefinitions(folder, () -> loaded));
    }

    private void serve(WebServer.Site... served) {
        server = WebServer.start(List.of(served), 0);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private String page(String path) {
        HttpResponse<String> answer = send(at(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void one_alone_has_no_list() {
        serve(tienda());

        assertThat(page("/")).doesNotContain("id=\"pipelines\"").contains("data-step=\"ventas\"");
    }

    @Test
    void the_list_names_each_with_its_groups_its_last_run_and_its_next_tick() {
        serve(tienda(), otra("energia"));
        sites.get(1)
                .orchestrator()
                .run(sites.get(1).definitions().now().pipeline().orElseThrow());

        assertThat(page("/"))
                .contains("<a href=\"/\" aria-current=\"page\"><bdi>tienda</bdi></a>", "<bdi>caja</bdi>")
                .contains("<a href=\"/pipelines/energia/\"><bdi>energia</bdi></a>")
                .containsPattern("href=\"/pipelines/energia/runs/1\">1</a>\\s*<span class=\"chip\" data-state=\"ok\"")
                .containsPattern("href=\"/time\"><time datetime=\"2026-1[^>]*>[^<]*</time></a> <small><bdi>noche</bdi>")
                .contains("never ran")
                .contains("data-step=\"ventas\"")
                .doesNotContain("data-step=\"lecturas\"");
    }

    @Test
    void the_pages_of_the_second_lead_to_one_another_and_its_button_runs_it() {
        serve(tienda(), otra("energia"));

        String home = page("/pipelines/energia/");
        assertThat(home)
                .contains("data-step=\"lecturas\"", "formaction=\"/pipelines/energia/runs\"")
                .contains("data-base=\"/pipelines/energia\"", "href=\"/pipelines/energia/assets/lecturas\"");
        String token = Visit.find("name=\"token\" value=\"([0-9a-f]{32})\"", home);
        HttpResponse<String> pressed = send(at("/pipelines/energia/runs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&select=lecturas")));

        assertThat(pressed.headers().firstValue("Location").orElse("")).endsWith("/pipelines/energia/runs/1");
        assertThat(page("/pipelines/energia/runs/1")).contains("href=\"/pipelines/energia/\"");
        assertThat(page("/pipelines/energia/runs")).contains("href=\"/pipelines/energia/runs/1\"");
        assertThat(page("/pipelines/energia/assets/lecturas")).contains("href=\"/pipelines/energia/?select=lecturas\"");
        assertThat(page("/pipelines/energia/selection?select=lecturas")).contains("1 of 1");
        assertThat(send(at("/runs/1")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_class_of_the_definitions_says_of_itself_describes_a_pipeline_and_a_mistake_is_told()
            throws IOException {
        Path sources = folder.resolve("comentada");
        Fuentes.write(
                sources,
                Fuentes.TIENDA.replaceFirst(
                        "public class", "/** The till of {@code Ñuñoa}, by day. More of it. */\npublic class"));
        DefinitionLoader loader = new DefinitionLoader(folder.resolve("compiled"));
        serve(tienda(), site("comentada", new LiveDefinitions(sources, () -> loader.load(sources))));

        assertThat(page("/")).contains("<bdi>The till of Ñuñoa, by day.</bdi>").doesNotContain("a file of it is wrong");

        Fuentes.write(sources, "class Nada {");
        sites.get(1).definitions().look();
        assertThat(page("/")).contains("a file of it is wrong");
    }

    @Test
    void a_name_that_no_address_can_hold_gets_its_place_as_address() {
        serve(tienda(), otra("el niño"));

        assertThat(page("/")).contains("href=\"/pipelines/2/\"><bdi>el niño</bdi>");
        assertThat(page("/pipelines/2/")).contains("data-step=\"lecturas\"");
    }

    @Test
    void two_of_one_name_are_refused_with_what_to_do() {
        String said = Given.problem(() -> WebServer.start(List.of(tienda(), otra("tienda")), 0));

        assertThat(said).contains("two of the pipelines to serve are called \"tienda\"", "rename the folder");
    }

    @Test
    void servers_that_start_at_once_listen_on_ports_of_their_own() throws Exception {
        int first = freePort();
        List<Callable<WebServer>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            WebServer.Site site = tienda();
            starts.add(() -> WebServer.startOnFirstFree(List.of(site), first, 50));
        }
        ExecutorService threads = Executors.newFixedThreadPool(starts.size());
        Set<Integer> ports = new HashSet<>();
        try {
            for (Future<WebServer> started : threads.invokeAll(starts)) {
                try (WebServer one = started.get()) {
                    ports.add(one.port());
                }
            }
        } finally {
            threads.shutdown();
        }

        assertThat(ports).hasSize(starts.size()).allMatch(port -> port >= first && port < first + 50);
    }

    @Test
    void where_no_port_is_free_the_first_is_named() {
        serve(tienda());
        int taken = server.port();

        String said = Given.problem(() -> WebServer.startOnFirstFree(List.of(otra("otra")), taken, 1));

        assertThat(said).startsWith("--port: the port " + taken + " is in use");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
