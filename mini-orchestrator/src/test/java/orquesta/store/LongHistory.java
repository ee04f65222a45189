package orquesta.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.text.Message;

/** Makes a home remember many runs more: copies of those that it remembers, each started by a tick and told by a sensor. */
public final class LongHistory {
    private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 2, 0, 0);

    private final SqliteStore store;
    private final String schedule;
    private final String sensor;

    private LongHistory(SqliteStore store, String schedule, String sensor) {
        this.store = store;
        this.schedule = schedule;
        this.sensor = sensor;
    }

    /** Copies until there are so many runs; each copy has a tick of the schedule, and the sensor tells something after it. */
    public static void make(Path home, String schedule, String sensor, long count) {
        try (SqliteStore store = new SqliteStore(home.resolve("orquesta.db"), Clock.systemUTC())) {
            List<RunId> known =
                    store.history().runs(100).stream().map(run -> run.id()).toList();
            LongHistory history = new LongHistory(store, schedule, sensor);
            for (long number = store.history().nextRun(); number <= count; number++) {
                history.copy(known.get((int) (number % known.size())), number);
            }
        }
    }

    private void copy(RunId like, long number) {
        TriggerId due = new TriggerId(like.pipeline(), schedule);
        LocalDateTime asked = FIRST.plusDays(number);
        Fact ticked =
                new Fact.Ticked(asked.toInstant(ZoneOffset.UTC), List.of(asked), State.RUNNING, Message.of("tick.due"));
        List<Event.Draft> drafts = new ArrayList<>(List.of(new Event.Draft(due, null, 0, 0, ticked)));
        drafts.addAll(copies(store.history().events(like), new RunId(like.pipeline(), number)));
        List<Event> ended = store.appendTick(drafts);
        long seq = ended.get(ended.size() - 1).seq();
        TriggerId alert = new TriggerId(like.pipeline(), "alerta");
        TriggerId told = new TriggerId(like.pipeline(), sensor);
        store.append(List.of(
                new Event.Draft(alert, null, 0, seq, new Fact.Alerted(true, Message.of("tick.due"))),
                new Event.Draft(
                        told, null, 0, 0, new Fact.Sensed(number, "c", State.SKIPPED, Message.of("tick.due")))));
    }

    /** A cause in the same batch is said by its place there: -1 is its first, the tick. */
    private static List<Event.Draft> copies(List<Event> events, RunId run) {
        Map<Long, Long> places = new HashMap<>();
        List<Event.Draft> drafts = new ArrayList<>();
        for (Event event : events) {
            long cause = drafts.isEmpty() ? -1 : places.getOrDefault(event.cause(), 0L);
            drafts.add(new Event.Draft(run, event.task(), event.attempt(), cause, event.fact()));
            places.put(event.seq(), -2L - places.size());
        }
        return drafts;
    }
}
