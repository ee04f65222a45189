package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.State;

/** How partitions stand, against all rows that tell of them, grouped. */
@Tag("once")
class PartitionQueriesTest {
    private static final List<String> PIPELINES = List.of("p", "q");
    private static final List<String> ASSETS = List.of("a", "b");
    private static final String[] KEYS = {"", "2026-01", "2026-02", "norte", "sur'", "ñandú"};

    @TempDir
    Path folder;

    private static <T> T any(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private void fill(Random random, int runs) throws SQLException {
        try (Connection writer = Database.open(folder.resolve("orquesta.db"));
                Statement statement = writer.createStatement()) {
            for (int run = 1; run <= runs; run++) {
                for (String key : KEYS) {
                    String partition = key.replace("'", "''");
                    String of = "'" + PIPELINES.get(random.nextInt(2)) + "', " + run + ", '"
                            + ASSETS.get(random.nextInt(2)) + "', '" + partition + "'";
                    String state = any(random, State.values()).text();
                    if (random.nextInt(4) > 0) {
                        statement.execute(
                                "insert into step (asset, pipeline, run, step, partition, state, reason, cause,"
                                        + " attempts) values ('x', " + of + ", '" + state + "', '', 0, 1)");
                    }
                    if (random.nextInt(3) > 0) {
                        String published = random.nextInt(4) > 0 ? "" + random.nextInt(1_000_000) : "null";
                        statement.execute(
                                "insert into materialization (pipeline, run, asset, partition, attempt, value,"
                                        + " published) values (" + of + ", 1, '{}', " + published + ")");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 12, 60})
    void they_stand_as_all_rows_together_say(int runs) throws SQLException {
        Random random = new Random(runs);
        try (SqliteStore store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC())) {
            fill(random, runs);
            PartitionQueries queries = new PartitionQueries(store.history());
            for (String pipeline : PIPELINES) {
                for (String asset : ASSETS) {
                    AssetKey key = new AssetKey(asset);

                    assertThat(queries.stands(pipeline, key))
                            .containsExactlyInAnyOrderElementsOf(stands(store.history(), pipeline, asset));
                    assertThat(queries.failing(pipeline, key)).isEqualTo(failing(store.history(), pipeline, asset));
                    assertThat(queries.written(pipeline, List.of(key)))
                            .isEqualTo(written(store.history(), pipeline, asset));
                }
            }
            assertThat(runs < 60 || !failing(store.history(), "p", "a").isEmpty())
                    .isTrue();
        }
    }

    private static List<PartitionQueries.Stand> stands(History history, String pipeline, String asset) {
        return history.all(
                "select partition, max(run) as run, state from step where step = ? and pipeline = ? and partition <> ''"
                        + " group by partition",
                row -> new PartitionQueries.Stand(
                        row.getString("partition"), row.getLong("run"), State.parse(row.getString("state"))),
                asset,
                pipeline);
    }

    private static Set<String> failing(History history, String pipeline, String asset) {
        return Set.copyOf(history.all(
                "select partition from step where step = ? and pipeline = ? and partition <> '' group by partition"
                        + " having max(case when state in ('failed', 'timed_out', 'blocked', 'crashed') then run else 0"
                        + " end) > max(case when state in ('ok', 'warned') then run else 0 end)",
                row -> row.getString("partition"),
                asset,
                pipeline));
    }

    private static Map<Task, Long> written(History history, String pipeline, String asset) {
        return history
                .all(
                        "select partition, seq, max(published) from materialization"
                                + " where asset = ? and published is not null and pipeline = ? group by partition",
                        row -> Map.entry(new Task(new AssetKey(asset), row.getString("partition")), row.getLong("seq")),
                        asset,
                        pipeline)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
