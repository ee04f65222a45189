package orquesta.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.chaos.Chaos;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.run.RunListener;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Runs that the button started: one at a time, in a thread of this process. */
final class BackgroundRuns implements AutoCloseable {
    /** A step that ignores its interruption is left behind after this. */
    private static final int LAST_SECONDS = 5;

    private final Orchestrator orchestrator;
    private final Clock clock;
    private final @Nullable String chaos;
    private final Supplier<Fact.Origin> origin;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(code -> {
        Thread thread = new Thread(code, "orquesta-run");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Doing status = Doing.NOTHING;

    BackgroundRuns(WebServer.Site site) {
        this.orchestrator = site.orchestrator();
        this.clock = site.clock();
        this.chaos = site.chaos();
        this.origin = site.origin();
    }

    Doing status() {
        return status;
    }

    /**
     * Starts a run, or refuses while another of this process goes on.
     *
     * @return the run, once it has begun
     */
    synchronized CompletableFuture<RunId> start(Asked asked) {
        if (status.busy()) {
            RunId going = status.run();
            throw new UserException("", "web.busy", going == null ? "-" : going);
        }
        status = Doing.going(null);
        CompletableFuture<RunId> begun = new CompletableFuture<>();
        thread.execute(() -> run(asked, begun));
        return begun;
    }

    /** What is to be run, and of which definitions: those of the files, or those with faults in them. */
    record Asked(Pipeline pipeline, RunRequest request) {}

    /**
     * A new run of what somebody wants.
     *
     * @throws UserException if faults are wanted that cannot be read, or where none may be
     */
    Asked of(Pipeline pipeline, RunWish wish) {
        if (wish.chaos().isEmpty()) {
            return new Asked(pipeline, from(wish.request(clock), Objects.requireNonNullElse(chaos, "")));
        }
        if (chaos == null) {
            throw new UserException("--chaos", "web.chaos_off");
        }
        Chaos faults = Chaos.parse(wish.chaos());
        String all = chaos.isEmpty() ? faults.toString() : chaos + "," + faults;
        return new Asked(faults.over(pipeline), from(wish.request(clock), all));
    }

    private RunRequest from(RunRequest request, String faults) {
        Fact.Origin served = origin.get();
        return request.from(new Fact.Origin(served.folder(), served.settings(), served.profile(), faults));
    }

    /** A run that is done again. */
    Asked again(Pipeline pipeline, long run, boolean fromFailure) {
        return new Asked(pipeline, Chaos.without(orchestrator.again(pipeline, run, fromFailure, clock)));
    }

    /** What would run; throws what stands against it, before anything is started. */
    Plan plan(Asked asked) {
        return orchestrator.plan(asked.pipeline(), asked.request());
    }

    /** Asks that a run be stopped, whichever process does it. */
    void cancel(long run, String by) {
        orchestrator.cancel(run, by);
    }

    private void run(Asked asked, CompletableFuture<RunId> begun) {
        Doing after = Doing.NOTHING;
        RunListener listener = event -> began(event, begun);
        try {
            orchestrator.run(asked.pipeline(), asked.request(), listener);
        } catch (UserException e) {
            after = new Doing(false, null, e.problems());
        } catch (RuntimeException | Error e) { // whatever it was, the page must say it and the button work again
            after = new Doing(false, null, List.of(Problem.at("", "cli.bug", e)));
        } finally {
            status = after;
            begun.cancel(false);
        }
    }

    private void began(Event event, CompletableFuture<RunId> begun) {
        if (event.fact() instanceof Fact.RunStarted) {
            status = Doing.going(event.run());
            begun.complete(event.run());
        }
    }

    /** Interrupts what runs and gives it a moment: whoever closes the home next must find nobody writing into it. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
