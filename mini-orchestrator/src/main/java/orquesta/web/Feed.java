package orquesta.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.sse.SseClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import orquesta.Orchestrator;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.store.History;

/**
 * Live states: one thread reads the events after the last that each browser has, whichever process wrote them, and sends
 * them with their {@code seq} as id; a browser that comes back says the last it saw and gets what it missed.
 */
final class Feed implements AutoCloseable {
    static final long POLL_MILLIS = 250;
    /** A comment now and then tells proxies and us that the other side is still there. */
    static final int QUIET_POLLS = (int) (15_000 / POLL_MILLIS);

    /** In place of the number of a run: the page is the home. */
    static final long HOME = 0;

    private static final int AT_ONCE = 500;

    private final Orchestrator orchestrator;
    private final History history;
    private final String pipeline;
    private final Supplier<String> definitions;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<Browser> browsers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(code -> {
        Thread thread = new Thread(code, "orquesta-feed");
        thread.setDaemon(true);
        return thread;
    });

    /** @param definitions the id of the version that is loaded now */
    Feed(Orchestrator orchestrator, String pipeline, Supplier<String> definitions) {
        this.orchestrator = orchestrator;
        this.history = orchestrator.history();
        this.pipeline = pipeline;
        this.definitions = definitions;
    }

    Feed begin() {
        var unused = polling.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** One open page. Only the polling thread touches it once it is among the browsers. */
    private final class Browser {
        final SseClient client;
        final Look look;
        final long run;
        long last;
        String version;
        int quiet = 0;

        Browser(SseClient client, Look look, Known known, long run) {
            this.client = client;
            this.look = look;
            this.run = run;
            this.last = known.last();
            this.version = known.version();
        }

        /** The home is about this pipeline; the page of a run about that run, whichever pipeline's it is. */
        boolean shows(Event event) {
            if (!event.isOfRun()) {
                return false;
            }
            return run == HOME
                    ? event.run().pipeline().equals(pipeline)
                    : event.run().number() == run;
        }

        void send(String type, Map<String, Object> data, String id) {
            try {
                client.sendEvent(type, json.writeValueAsString(data), id);
                quiet = 0;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * @param known what the page in the browser was made from: it is told all that came after
     * @param run the number of the run that the page shows, or {@link #HOME}
     */
    void connect(SseClient client, Look look, Known known, long run) {
        Browser browser = new Browser(client, look, known, run);
        client.keepAlive();
        client.onClose(() -> browsers.remove(browser));
        client.sendComment("orquesta");
        browsers.add(browser);
    }

    /** One look at the home. First of all a run whose process died gets its end: who looks must not wait for a next start. */
    void poll() {
        try {
            orchestrator.recover();
        } catch (RuntimeException e) {
            // No room or no right to say so now: pages go on as they are, and the next look tries again.
        }
        browsers.removeIf(browser -> !hears(browser));
    }

    /** False for one that went away in the middle: the others must go on. */
    private boolean hears(Browser browser) {
        try {
            tell(browser);
            return true;
        } catch (RuntimeException e) {
            browser.client.close();
            return false;
        }
    }

    private void tell(Browser browser) {
        String version = definitions.get();
        if (!browser.version.equals(version)) {
            browser.version = version;
            browser.send("definitions", Map.of("version", version), String.valueOf(browser.last));
        }
        List<Event> news = history.eventsAfter(browser.last, AT_ONCE);
        for (Event event : news) {
            browser.last = event.seq();
            if (browser.shows(event) && changes(event.fact())) {
                browser.send(
                        event.step() == null ? "run" : "state", said(event, browser.look), String.valueOf(event.seq()));
            }
        }
        if (++browser.quiet >= QUIET_POLLS) {
            browser.quiet = 0;
            browser.client.sendComment("still here");
        }
    }

    private static boolean changes(Fact fact) {
        return fact instanceof Fact.StepChanged || fact instanceof Fact.RunStarted || fact instanceof Fact.RunEnded;
    }

    /** What changed, as pages show it: the state is icon and pattern, the word is what stands beside them. */
    static Map<String, Object> said(Event event, Look look) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("run", event.run().number());
        if (event.fact() instanceof Fact.StepChanged changed && event.task() != null) {
            said.put("key", event.task().text());
            said.put("state", changed.state().text());
            said.put("word", changed.state().text());
            said.put("reason", look.say(changed.reason()));
        } else if (event.fact() instanceof Fact.RunEnded ended) {
            said.put("state", ended.status().text());
            said.put("word", ended.status().text());
            said.put("reason", look.say(ended.reason()));
        } else {
            said.put("state", "running");
            said.put("word", "running");
        }
        return said;
    }

    @Override
    public void close() {
        polling.shutdownNow();
        browsers.forEach(browser -> browser.client.close());
    }
}
