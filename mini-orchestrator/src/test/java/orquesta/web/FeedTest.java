package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Child;
import orquesta.Given;
import orquesta.Orchestrator;
import orquesta.event.RunStatus;
import orquesta.load.LiveDefinitions;
import orquesta.text.Language;

/** What an open page hears. Each test reads the stream until what it waits for has come. */
@Timeout(300)
@Tag("once")
class FeedTest {
    @TempDir
    Path home;

    private Visit visit;

    @BeforeEach
    void start() throws IOException {
        Path sources = Files.createDirectories(home.resolve("sources"));
        visit = new Visit(home.resolve("state"), sources, () -> Given.pipeline(Given.assets("a", "b < a")), Map.of());
    }

    @AfterEach
    void stop() {
        visit.close();
    }

    /** One message of the stream. */
    private record Heard(String event, String id, String data) {}

    /** Reads messages up to the first that holds this text. */
    private List<Heard> listen(String path, String lastEventId, String until) throws Exception {
        var request = visit.request(path).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<Heard> heard = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && !data.isEmpty()) {
                    heard.add(new Heard(event, id, data));
                    if (event.equals(until) || data.contains(until)) {
                        return heard;
                    }
                    data = "";
                }
            }
        }
        throw new AssertionError("the stream ended before " + until + ": " + heard);
    }

    private static final String END = "\"key\":\"b\",\"state\":\"ok\"";

    @Test
    void a_page_hears_every_change_of_state_with_its_place_in_the_log() throws Exception {
        visit.ran();

        List<Heard> heard = listen("/events?after=0", "", END);

        assertThat(heard).extracting(Heard::event).contains("run", "state");
        assertThat(heard.get(heard.size() - 1).data())
                .contains("\"run\":1", "\"word\":\"ok\"", "\"reason\":\"published\"");
        assertThat(heard).extracting(one -> Long.parseLong(one.id())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_page_that_comes_back_hears_what_it_missed_and_nothing_twice() throws Exception {
        visit.ran();
        List<Heard> all = listen("/events?after=0", "", END);
        String last = all.get(2).id();

        List<Heard> rest = listen("/events?after=0", last, END);

        assertThat(rest).isEqualTo(all.subList(3, all.size()));
    }

    @Test
    void runs_of_another_process_are_heard_too() throws Exception {
        try (Orchestrator other = Orchestrator.at(home.resolve("state"))) {
            other.run(Given.pipeline(Given.assets("a", "b < a")));
        }

        assertThat(listen("/events?after=0", "", END)).isNotEmpty();
    }

    @Test
    void the_home_does_not_hear_runs_of_other_pipelines() throws Exception {
        another();
        visit.ran();

        assertThat(listen("/events?after=0", "", END))
                .allSatisfy(one -> assertThat(one.data()).contains("\"run\":2"));
    }

    @Test
    void the_page_of_a_run_hears_that_run_alone_even_of_another_pipeline() throws Exception {
        another();
        visit.ran();
        another();

        for (int run = 1; run <= 3; run++) {
            String itself = "\"run\":" + run + ",";
            List<Heard> heard = listen("/events?after=0&run=" + run, "", itself + "\"state\":\"ok\"");
            assertThat(heard)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(one -> assertThat(one.data()).contains(itself));
        }
    }

    /** A run of a pipeline that is not served here. */
    private void another() {
        visit.orchestrator.run(
                orquesta.definition.Definitions.of(Given.asset("b")).validated("otra"));
    }

    @Test
    void a_changed_file_is_heard() throws Exception {
        LiveDefinitions definitions = visit.definitions;
        Thread editor = new Thread(() -> {
            try {
                Files.writeString(home.resolve("sources/A.java"), "class A {}");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            definitions.watch();
        });
        editor.start();

        assertThat(listen("/events?after=0", "", "definitions")).isNotEmpty();
        editor.join();
    }

    @Test
    void a_page_made_from_an_older_version_or_by_another_process_is_told_at_once() throws Exception {
        String old = visit.definitions.now().id();
        Files.writeString(home.resolve("sources/A.java"), "class A {}");
        String now = visit.definitions.look().id();
        visit.ran();

        assertThat(listen("/events?after=0&version=" + old, "", END).get(0).data())
                .contains(now);
        assertThat(listen("/events?after=0&version=other.2", "", END).get(0).data())
                .contains(now);
        assertThat(listen("/events?after=0&version=" + now, "", END))
                .extracting(Heard::event)
                .doesNotContain("definitions");
    }

    @Test
    void a_page_says_what_it_was_made_from() {
        visit.ran();
        String id = "data-version=\"" + visit.definitions.now().id() + "\"";

        assertThat(visit.page("/")).contains(id);
        assertThat(visit.page("/runs/1")).contains(id);
    }

    @Test
    void a_run_of_another_process_shows_the_time_until_now_and_once_it_is_killed_its_own_without_any_next_start()
            throws Exception {
        Path state = home.resolve("state");
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));
        LiveDefinitions definitions = new LiveDefinitions(home, () -> Given.pipeline(Given.assets("a")));
        try (Child child = Child.start(state, "wait", "tienda")) {
            child.until("ready");
            assertThat(visit.page("/runs/1")).contains("id=\"summary\"").doesNotContain("crashed</span></span>");
            try (Visit after = new Visit(state, definitions, Map.of(), later)) {
                assertThat(after.page("/runs/1"))
                        .containsPattern("<dd>3 min \\d+ s</dd>")
                        .containsPattern("class=\"bar\"[^>]* width=\"(9\\d\\.\\d|100\\.0)%\"");
            }
            child.kill();
        }

        List<Heard> heard = listen("/events?after=0", "", "\"run\":1,\"state\":\"crashed\"");

        assertThat(heard)
                .anySatisfy(one ->
                        assertThat(one.data()).contains("\"key\":\"medio\"", "\"state\":\"crashed\"", "is gone"));
        assertThat(visit.page("/runs/1"))
                .contains("crashed</span></span>", "formaction=\"/runs/1/from-failure\"", "rerun 1 --from-failure");
        assertThat(visit.page("/")).contains("href=\"/runs/1\" data-state=\"crashed\"");
        try (Visit after = new Visit(state, definitions, Map.of(), later)) {
            assertThat(after.page("/runs/1")).doesNotContain("3 min");
        }
    }

    @Test
    void a_run_of_another_process_that_goes_on_stays_running() throws Exception {
        Path other = home.resolve("other");
        try (Child child = Child.start(other, "wait", "tienda");
                Orchestrator looks = Orchestrator.at(other);
                Feed feed = new Feed(looks, "tienda", () -> "v1")) {
            child.until("ready");
            feed.poll();
            assertThat(looks.history().runs(1).get(0).status()).isEqualTo(RunStatus.RUNNING);
            child.kill();
            feed.poll();
            assertThat(looks.history().runs(1).get(0).status()).isEqualTo(RunStatus.CRASHED);
        }
    }

    @Test
    void where_nothing_happens_a_comment_is_sent_after_fifteen_seconds_and_not_before() throws Exception {
        assertThat(Feed.QUIET_POLLS * Feed.POLL_MILLIS).isEqualTo(15_000);
        CountDownLatch connected = new CountDownLatch(1);
        Known nothing = new Known(0, "v1");
        Look look = new Look(Language.EN, Theme.AUTO, "/", "token");
        Feed feed = new Feed(visit.orchestrator, "tienda", () -> "v1");
        Javalin app = Javalin.create(config -> config.routes.sse("/events", client -> {
                    feed.connect(client, look, nothing, Feed.HOME);
                    connected.countDown();
                }))
                .start("127.0.0.1", 0);
        try (BufferedReader lines = stream(app.port())) {
            connected.await();
            polls(feed, Feed.QUIET_POLLS - 1);
            visit.ran();
            polls(feed, 1); // the first of the next fifteen seconds
            assertThat(comments(lines)).containsExactly(": orquesta");

            polls(feed, Feed.QUIET_POLLS - 1);
            visit.ran();
            polls(feed, 1);
            assertThat(comments(lines)).containsExactly(": still here");
        } finally {
            feed.close();
            app.stop();
        }
    }

    private static void polls(Feed feed, int count) {
        for (int poll = 0; poll < count; poll++) {
            feed.poll();
        }
    }

    private static BufferedReader stream(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        InputStream body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Those before {@code b} of the next run is done. */
    private static List<String> comments(BufferedReader lines) throws IOException {
        List<String> comments = new ArrayList<>();
        for (String line = lines.readLine(); !line.contains(END); line = lines.readLine()) {
            if (line.startsWith(":")) {
                comments.add(line);
            }
        }
        return comments;
    }

    @Test
    void hostile_reasons_are_one_line_of_data() throws Exception {
        String hostile = String.join("\n\nevent: run\ndata: ", HostileStrings.ALL);
        var asset = orquesta.asset.AssetDefinition.named("b").computedBy(inputs -> {
            throw new IllegalStateException(hostile);
        });
        visit.orchestrator.run(Given.pipeline(List.of(asset)));

        List<Heard> heard = listen("/events?after=0", "", "\"state\":\"failed\",\"word\":\"failed\",\"reason\"");

        assertThat(heard.get(heard.size() - 1).data())
                .contains("owned")
                .startsWith("{")
                .endsWith("}");
    }
}
