package orquesta.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import orquesta.RunRequest;
import orquesta.definition.Pipeline;
import orquesta.event.RunId;
import orquesta.load.LiveDefinitions;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Starts what was picked, in the background, and shows the page of that run. */
final class RunButton {
    /** A run that does not begin within this time is slow to plan: the home shows it once it has begun. */
    private static final long BEGINS_WITHIN_MILLIS = 10_000;

    /** Shows the home with what is wrong. */
    interface Refusal {
        void show(Context context, List<Problem> refused, HttpStatus status);
    }

    /**
     * The home of the pipeline.
     *
     * @param base what its address begins with
     */
    record Home(String base, Refusal refusal) {
        void show(Context context, List<Problem> refused, HttpStatus status) {
            refusal.show(context, refused, status);
        }
    }

    private final LiveDefinitions definitions;
    private final BackgroundRuns runs;
    private final Home home;

    RunButton(LiveDefinitions definitions, BackgroundRuns runs, Home home) {
        this.definitions = definitions;
        this.runs = runs;
        this.home = home;
    }

    void pressed(Context context) {
        start(context, pipeline -> runs.of(pipeline, RunWish.of(pipeline, context::formParam)));
    }

    /** Runs again what a run ran, or only what did not end well in it. */
    void again(Context context, boolean fromFailure) {
        start(context, pipeline -> runs.again(pipeline, number(context), fromFailure));
    }

    /** Asks that a run be stopped. */
    void stop(Context context) {
        try {
            runs.cancel(number(context), Message.of("web.the_page").toFill());
            context.redirect(home.base() + "/runs/" + number(context), HttpStatus.SEE_OTHER);
        } catch (UserException e) {
            home.show(context, e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static long number(Context context) {
        return context.pathParamAsClass("number", Long.class).getOrDefault(0L);
    }

    private void start(Context context, Function<Pipeline, BackgroundRuns.Asked> wanted) {
        try {
            BackgroundRuns.Asked asked = wanted.apply(asTheFilesAre());
            RunRequest request = asked.request();
            if (runs.plan(asked).tasks().isEmpty()) {
                throw new UserException(
                        "",
                        "cli.backfill_nothing",
                        request.partitions().textOr(request.selection().text()));
            }
            context.redirect(page(runs.start(asked)), HttpStatus.SEE_OTHER);
        } catch (UserException e) {
            home.show(context, e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Whoever saves a file and presses the button means the file as it is, never a version before it. */
    private Pipeline asTheFilesAre() {
        LiveDefinitions.Version version = definitions.look();
        Pipeline pipeline = version.pipeline().orElseThrow(() -> new UserException("", "web.no_version"));
        if (!version.problems().isEmpty()) {
            throw new UserException("", "web.mistake");
        }
        return pipeline;
    }

    private String page(CompletableFuture<RunId> begun) {
        try {
            return home.base() + "/runs/" + begun.get(BEGINS_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            return home.base() + "/"; // not yet, or it could not begin: the home says which
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return home.base() + "/";
        }
    }
}
