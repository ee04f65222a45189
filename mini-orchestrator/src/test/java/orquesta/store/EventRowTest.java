package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeId;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.text.Message;

class EventRowTest {
    private static final RunId RUN = new RunId("ventas", 1);

    @TempDir
    Path folder;

    /** Facts of the same and of different types, more of them than are kept, short and long. */
    @Test
    void events_are_read_as_they_were_written_whether_their_words_are_repeated_or_not() {
        List<Event.Draft> drafts = new ArrayList<>();
        drafts.add(new Event.Draft(new HomeId(), null, 0, 0, new Fact.HomeMigrated(1, 2)));
        drafts.add(new Event.Draft(
                new TriggerId("ventas", "s"), null, 0, 0, new Fact.Sensed(1, "c", State.OK, said("a"))));
        for (int i = 0; i < 3_000; i++) {
            Task task = new Task(new AssetKey("a"), "p" + i % 7);
            String word = "w".repeat(i % 3 == 0 ? 300 : 1) + (i % 2 == 0 ? i : 0);
            drafts.add(new Event.Draft(RUN, task, i, 0, new Fact.StepChanged(State.RUNNING, said(word))));
            drafts.add(new Event.Draft(RUN, task, i, -1, new Fact.Published()));
            drafts.add(new Event.Draft(RUN, task, i, -1, new Fact.Delivered()));
        }
        try (SqliteStore store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC())) {
            List<Event> written = store.append(drafts);

            assertThat(store.history().eventsAfter(0, 100_000)).isEqualTo(written);
        }
    }

    private static Message said(String word) {
        return Message.of("step.waits", word);
    }
}
