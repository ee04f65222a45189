import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orquesta.event.Event;
import orquesta.event.RunId;
import orquesta.store.SqliteStore;

/**
 * Makes a home remember many runs, for {@code ui.py}: the events of its newest run again and again under new numbers,
 * through the store's own writer and projections. {@code java -cp '.kit/lib/*' FillRuns.java HOME COUNT}
 */
class FillRuns {
    public static void main(String[] words) {
        long wanted = Long.parseLong(words[1]);
        try (SqliteStore store = new SqliteStore(Path.of(words[0], "orquesta.db"), Clock.systemUTC())) {
            RunId like = store.history().runs(1).get(0).id();
            List<Event> events = store.history().events(like);
            for (long number = store.history().nextRun(); number <= wanted; number++) {
                copy(store, events, new RunId(like.pipeline(), number));
            }
        }
    }

    /** A cause in the same batch is said by its place there: -1 is its first. */
    private static void copy(SqliteStore store, List<Event> events, RunId run) {
        Map<Long, Long> places = new HashMap<>();
        List<Event.Draft> drafts = new ArrayList<>();
        for (Event event : events) {
            long cause = places.getOrDefault(event.cause(), 0L);
            drafts.add(new Event.Draft(run, event.task(), event.attempt(), cause, event.fact()));
            places.put(event.seq(), -1L - places.size());
        }
        store.append(drafts);
    }
}
