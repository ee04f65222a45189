package orquesta.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.testkit.TestKit;
import orquesta.text.UserException;

/** A query over rows of ours that is stored runs over a file of them; a query that is only looked at runs over the rows themselves. */
@Tag("once")
class StagedRowsTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("n", "BIGINT"),
            new Column("few", "VARCHAR"),
            new Column("many", "VARCHAR"),
            new Column("b", "BOOLEAN"),
            new Column("d", "DOUBLE"),
            new Column("m", "DECIMAL(38,2)"));
    private static final List<String> FEW = Arrays.asList(
            "", " ", "ñandú 🦙", "a\nb", "\"q\"", "É", "e\u0301", "\u00a0x\u202f", "x".repeat(5000), null);
    private static final List<Double> DOUBLES =
            Arrays.asList(0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, null);
    private static final Relation NOTHING_ELSE = Relation.sql("select 1");

    @TempDir
    Path folder;

    private Duck duck;

    @BeforeEach
    void open() {
        duck = new Duck(temporary());
    }

    @AfterEach
    void close() {
        duck.close();
    }

    private Path temporary() {
        return folder.resolve("it's temporary");
    }

    private List<String> staged() throws IOException {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private interface Rows {
        Object[] row(long n) throws IOException;
    }

    private static RowSource source(List<Column> columns, Rows rows) {
        return new RowSource() {
            @Override
            public List<Column> columns() {
                return columns;
            }

            @Override
            public Cursor open() {
                return new Cursor() {
                    private long at;

                    @Override
                    public Object[] next() throws IOException {
                        return rows.row(at++);
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }

    private static RowSource dirty(int seed, int count) {
        Random random = new Random(seed);
        List<Object[]> rows = new ArrayList<>();
        for (long n = 0; n < count; n++) {
            rows.add(new Object[] {
                random.nextInt(10) == 0 ? null : n - 5,
                FEW.get(random.nextInt(FEW.size())),
                random.nextInt(20) == 0 ? null : Long.toString(random.nextLong(), 36),
                random.nextInt(3) == 0 ? null : random.nextBoolean(),
                DOUBLES.get(random.nextInt(DOUBLES.size())),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextLong(), 2)
            });
        }
        return source(COLUMNS, n -> n < rows.size() ? rows.get((int) n) : null);
    }

    private List<String> stored(Relation relation) throws IOException {
        Path file = folder.resolve("value.parquet");
        duck.parquet(relation, file);
        assertThat(staged()).isEmpty();
        return TestKit.lines(Relation.parquet(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 2047, 2048, 2049, 10_000})
    void a_stored_query_gives_the_rows_that_it_gives_without_a_file(int count) throws IOException {
        int seeds = count > 3000 ? 1 : 3;
        for (int seed = 1; seed <= seeds; seed++) {
            Relation rows = Relation.of(dirty(seed, count));
            Relation query = Relation.with("f", rows)
                    .function("twice", text -> text + text)
                    .macro("shown(t)", "coalesce(twice(t), 'none')")
                    .sql("select *, length(few) as l, shown(few) as s, trim(many) as t from f where n is null or n % 3"
                            + " > 0");

            assertThat(stored(query)).as("seed %d", seed).isEqualTo(TestKit.lines(query));
            assertThat(stored(rows.select("*"))).isEqualTo(stored(rows));
        }
    }

    @Test
    void rows_keep_their_order_over_many_groups_of_rows() throws IOException {
        List<String> few = List.of("", "É", "a\nb", "x".repeat(50));
        Relation rows = Relation.of(source(
                COLUMNS.subList(0, 2),
                n -> n < 260_000 ? new Object[] {n, few.get((int) n % 4)} : null)); // two groups hold 245,760

        Path file = folder.resolve("value.parquet");
        duck.parquet(rows.where("true"), file);
        Relation places = Relation.parquet(file).select("*, row_number() over () - 1 as place");
        assertThat(TestKit.lines(places.select("count(*), count(*) filter (n <> place), count(distinct n % 4 || few)")))
                .containsExactly("260000,0,4");
    }

    @Test
    void a_source_that_is_named_twice_and_one_beside_other_inputs() throws IOException {
        Relation rows = Relation.of(dirty(3, 5000));
        Relation both = Relation.with("a", rows.where("b"))
                .with("b", rows)
                .with("c", NOTHING_ELSE)
                .sql("select a.n, b.few from a join b using (n), c order by all");

        assertThat(stored(both)).isEqualTo(TestKit.lines(both)).isNotEmpty();
    }

    @Test
    void what_goes_wrong_in_a_source_is_told_as_it_is_without_a_file_and_no_file_stays() {
        Relation broken = Relation.of(source(List.of(new Column("n", "BIGINT")), n -> {
            if (n == 3000) {
                throw new UserException("ventas.csv", "data.no_folder", "x", "y");
            }
            return new Object[] {n};
        }));

        Relation query = broken.where("n > 1");
        assertThatThrownBy(() -> stored(query))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        assertThatThrownBy(() -> TestKit.lines(query)).actual().getMessage());
        assertThat(temporary()).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_removed_the_day_after() throws IOException {
        Files.createDirectories(temporary());
        Path old = Files.createFile(temporary().resolve("rows-17.parquet"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.createFile(temporary().resolve("rows-18.parquet"));

        duck.session().close();

        assertThat(staged()).containsExactly("rows-18.parquet");
    }

    @Test
    void an_error_in_the_query_leaves_no_file() {
        Relation query = Relation.of(dirty(1, 10)).select("many::integer");

        assertThatThrownBy(() -> stored(query))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Could not convert");
        assertThat(temporary()).isEmptyDirectory();
    }
}
