package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.Orchestrator;
import orquesta.load.LiveDefinitions;

/** What an open page hears. Each test reads the stream until what it waits for has come. */
@Timeout(60)
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
        HttpResponse<java.io.InputStream> answer =
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
    void runs_of_other_pipelines_are_not_heard() throws Exception {
        visit.orchestrator.run(
                orquesta.definition.Definitions.of(Given.asset("b")).validated("otra"));
        visit.ran();

        assertThat(listen("/events?after=0", "", END))
                .allSatisfy(one -> assertThat(one.data()).contains("\"run\":2"));
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
    void the_first_thing_sent_is_a_comment_and_another_follows_every_fifteen_seconds() {
        assertThat(Feed.QUIET_POLLS * Feed.POLL_MILLIS).isEqualTo(15_000);
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
