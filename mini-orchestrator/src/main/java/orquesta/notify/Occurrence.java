package orquesta.notify;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orquesta.alert.Alert;
import orquesta.alert.Occasion;
import orquesta.asset.CheckKey;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.event.TriggerId;
import orquesta.schedule.Schedule;
import orquesta.store.History;
import orquesta.text.Message;

/**
 * Something that an alert is about.
 *
 * @param cause the event: the end of a run, or a tick
 */
record Occurrence(Event cause, Message what) {
    private static final Set<RunStatus> FAILED = EnumSet.of(RunStatus.FAILED, RunStatus.CRASHED, RunStatus.TIMED_OUT);
    private static final Set<State> BAD = EnumSet.of(State.FAILED, State.CRASHED, State.TIMED_OUT);

    /** What an event means for an alert; empty if nothing. */
    static Optional<Occurrence> of(Alert alert, Event event, Pipeline pipeline, History history) {
        Optional<Message> what = Optional.empty();
        if (event.fact() instanceof Fact.Ticked ticked && ticked.state() == State.FAILED) {
            what = ofTick(alert, ticked, (TriggerId) event.subject(), pipeline);
        } else if (event.fact() instanceof Fact.RunEnded ended) {
            what = ofRun(alert, ended, event, history);
        }
        return what.map(said -> new Occurrence(event, said));
    }

    private static Optional<Message> ofTick(Alert alert, Fact.Ticked ticked, TriggerId trigger, Pipeline pipeline) {
        Schedule schedule = pipeline.schedules().get(trigger.name());
        if (schedule != null && alert.occasion() instanceof Occasion.Failure) {
            Message said = Message.of(
                    "alert.tick_failed", trigger.name(), ticked.asked().get(0), ticked.reason());
            return isAbout(alert, schedule.job()) ? Optional.of(said) : Optional.empty();
        }
        return trigger.name().equals(alert.name()) ? Optional.of(ticked.reason()) : Optional.empty();
    }

    private static boolean isAbout(Alert alert, String job) {
        return alert.occasion().job().isEmpty() || alert.occasion().job().equals(job);
    }

    private static Optional<Message> ofRun(Alert alert, Fact.RunEnded ended, Event event, History history) {
        String job = request(event, history).map(RunRecord.Request::job).orElse("");
        if (!isAbout(alert, job)) {
            return Optional.empty();
        }
        if (alert.occasion() instanceof Occasion.Failure && FAILED.contains(ended.status())) {
            return Optional.of(failure(ended, event, history));
        }
        if (alert.occasion() instanceof Occasion.Blocked) {
            List<StepRecord> blocked = steps(event, EnumSet.of(State.BLOCKED), history);
            return blocked.isEmpty() ? Optional.empty() : Optional.of(blocked(blocked, event, history));
        }
        return Optional.empty();
    }

    private static Message failure(Fact.RunEnded ended, Event event, History history) {
        List<StepRecord> failed = steps(event, BAD, history);
        Message why = failed.isEmpty() ? ended.reason() : first(failed);
        return Message.of(
                "alert.run_failed",
                event.run(),
                job(event, history),
                ended.status().text(),
                why);
    }

    private static Message blocked(List<StepRecord> blocked, Event event, History history) {
        List<StepRecord> checks = steps(event, BAD, history).stream()
                .filter(step -> step.key() instanceof CheckKey)
                .toList();
        Message why = first(checks.isEmpty() ? blocked : checks);
        return Message.of("alert.run_blocked", event.run(), job(event, history), why);
    }

    private static Message first(List<StepRecord> steps) {
        StepRecord step = steps.get(0);
        Message said = Message.of("alert.step", step.key().text(), step.reason());
        return steps.size() == 1 ? said : Message.of("alert.steps", said, steps.size() - 1);
    }

    private static List<StepRecord> steps(Event event, Set<State> states, History history) {
        return history.steps(event.run()).stream()
                .filter(step -> states.contains(step.state()))
                .toList();
    }

    private static String job(Event event, History history) {
        return request(event, history)
                .map(request -> request.job().isEmpty() ? request.selection() : request.job())
                .orElse("");
    }

    private static Optional<RunRecord.Request> request(Event event, History history) {
        return history.run(event.run().number()).map(RunRecord::request);
    }
}
