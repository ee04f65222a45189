package orquesta.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.alert.Alert;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.process.FastClock;
import orquesta.process.RunLock;
import orquesta.store.AlertQueries;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;

/**
 * Sends the alerts of a pipeline: looks at what ended since it looked last, whichever process did it, and tells people in
 * threads of their own. No run waits for it. Of several senders of one home one sends, the others stand by. What each alert
 * has told stands in the log, so a new sender goes on where another died: a thing may be told twice, but never not at all.
 */
public final class AlertSender implements AutoCloseable {
    private static final Duration LOOKS = Duration.ofMillis(500);
    private static final long LOOKS_MILLIS = LOOKS.toMillis();
    private static final long HURRIED_MILLIS = 50;
    private static final long SOON_MILLIS = 2;
    private static final int READ_AT_ONCE = 1_000;

    private final Orchestrator orchestrator;
    private final Supplier<Optional<Pipeline>> definitions;
    private final Post post;
    private final Map<String, Outbox> outboxes = new HashMap<>();
    /** What senders' threads leave for the one that looks. */
    private final Queue<Runnable> results = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(code -> daemonThread(code, "orquesta-alert"));
    private final Thread thread = daemonThread(this::loop, "orquesta-alerts");
    private @Nullable RunLock sender;
    private volatile boolean closed = false;

    /**
     * How alerts go out.
     *
     * @param clock by which they wait: a virtual one if there is one, else that of the world
     * @param tell gets a line for each notice that arrived, and for each that was given up
     */
    public record Post(Notifiers notifiers, Pace pace, Clock clock, Consumer<Object> tell) {
        /** On the clock of the world. */
        public Post(Notifiers notifiers, Pace pace, Consumer<Object> tell) {
            this(notifiers, pace, Clock.systemUTC(), tell);
        }

        /** In nanoseconds. That of the world counts on when somebody sets it. */
        private long now() {
            Instant shown = clock.instant();
            return clock instanceof FastClock
                    ? TimeUnit.SECONDS.toNanos(shown.getEpochSecond()) + shown.getNano()
                    : System.nanoTime();
        }

        /** How long to wait in the world before the next look. */
        private long looks() {
            return Math.max(
                    HURRIED_MILLIS,
                    Math.min(LOOKS_MILLIS, FastClock.real(clock, LOOKS).toMillis()));
        }
    }

    /**
     * Sends nothing yet.
     *
     * @param definitions the pipeline as it is now; empty as long as it never could be loaded
     */
    public AlertSender(Orchestrator orchestrator, Supplier<Optional<Pipeline>> definitions, Post post) {
        this.orchestrator = orchestrator;
        this.definitions = definitions;
        this.post = post;
    }

    private static Thread daemonThread(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look, twice a second. */
    public AlertSender start() {
        thread.start();
        return this;
    }

    private void loop() {
        try {
            while (!closed) {
                lookSafely();
                Thread.sleep(post.looks());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException | LinkageError e) { // whatever it was: the next look must come
            if (!closed) { // what is refused to a look that is being ended is no fault
                post.tell().accept(Message.of("cli.bug", e));
            }
        }
    }

    /** Sends all that has happened so far, and waits for it. */
    public void flush() throws InterruptedException {
        look();
        while (sender != null && outboxes.values().stream().anyMatch(outbox -> !outbox.isEmpty())) {
            Thread.sleep(SOON_MILLIS);
            look();
        }
    }

    /**
     * Sends what is due on the clock, and waits for what is on its way.
     *
     * @return when something is to be sent next; empty if nothing is owed
     */
    public Optional<Instant> settle() throws InterruptedException {
        look();
        while (outboxes.values().stream().anyMatch(Outbox::isBusy)) {
            Thread.sleep(SOON_MILLIS);
            look();
        }
        boolean owes = sender != null && outboxes.values().stream().anyMatch(outbox -> !outbox.isEmpty());
        return owes ? Optional.of(next()) : Optional.empty();
    }

    private Instant next() {
        long now = post.now();
        long wait = outboxes.values().stream()
                .filter(outbox -> !outbox.isEmpty())
                .mapToLong(outbox -> Math.max(0, outbox.notBefore() - now))
                .min()
                .orElse(0);
        return post.clock().instant().plusNanos(wait);
    }

    /** One look: what became of notices on their way, what has happened, what is to be sent now. */
    synchronized void look() {
        for (Runnable result = results.poll(); result != null; result = results.poll()) {
            result.run();
        }
        Pipeline pipeline = definitions.get().orElse(null);
        if (pipeline == null || pipeline.alerts().isEmpty() || !isSender(pipeline)) {
            return;
        }
        for (Alert alert : pipeline.alerts()) {
            Outbox outbox = outboxes.computeIfAbsent(alert.name(), name -> open(pipeline, alert));
            read(outbox, alert, pipeline);
            outbox.take(post.now()).ifPresent(notice -> send(outbox, alert, notice));
        }
    }

    private boolean isSender(Pipeline pipeline) {
        if (sender == null && !closed) {
            sender = RunLock.forAlerts(orchestrator.home(), pipeline.name()).orElse(null);
        }
        return sender != null;
    }

    /** An alert that nobody has looked after yet tells what ends from now on. */
    private Outbox open(Pipeline pipeline, Alert alert) {
        TriggerId id = new TriggerId(pipeline.name(), alert.name());
        long told = -1;
        for (Event event : new TriggerQueries(orchestrator.history()).newest(id)) {
            if (event.fact() instanceof Fact.ScheduleSet) {
                told = Math.max(told, event.seq());
            } else if (event.fact() instanceof Fact.Alerted) {
                told = Math.max(told, event.cause());
            }
        }
        return new Outbox(id, post.pace(), told < 0 ? orchestrator.history().lastSeq() : told);
    }

    private void read(Outbox outbox, Alert alert, Pipeline pipeline) {
        List<Event> ends =
                new AlertQueries(orchestrator.history()).endsAfter(pipeline.name(), outbox.read(), READ_AT_ONCE);
        for (Event event : ends) {
            outbox.read(event, Occurrence.of(alert, event, pipeline, orchestrator.history()), post.now());
        }
    }

    private void send(Outbox outbox, Alert alert, Notice notice) {
        threads.execute(() -> {
            try {
                NotSent failure = failure(alert, notice);
                results.add(() -> ended(alert, outbox.tried(alert, failure, post.now())));
            } catch (InterruptedException e) { // closing: it is still owed, to whoever sends next
                Thread.currentThread().interrupt();
            }
        });
    }

    private @Nullable NotSent failure(Alert alert, Notice notice) throws InterruptedException {
        try {
            post.notifiers().send(alert.channel(), notice);
            return null;
        } catch (NotSent e) {
            return e;
        } catch (RuntimeException | LinkageError e) { // its message may hold a key
            return new NotSent(false, Message.of("alert.bug", e.getClass().getName()));
        }
    }

    private void ended(Alert alert, List<Event.Draft> told) {
        if (!told.isEmpty() && told.get(0).fact() instanceof Fact.Alerted alerted) {
            orchestrator.record(told);
            post.tell().accept(Message.of("alert.line", alert.name(), alerted.reason()));
        }
    }

    /** Sends nothing any more; what is on its way is interrupted, and stays owed. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        threads.shutdownNow();
        synchronized (this) {
            if (sender != null) {
                sender.close();
                sender = null;
            }
        }
    }
}
