package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orquesta.DuckFileForTests;
import orquesta.PostgresForTests;
import orquesta.asset.AssetKey;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.duckfile.DatabaseFile;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.testkit.TestKit;
import orquesta.text.UserException;

/** What every store of values keeps, tried with each of them. */
@Tag("once")
class ValueStoreContractTest {
    /** The stores that there are. */
    enum Kind {
        FILES,
        DUCKDB,
        POSTGRES
    }

    /** Every type that all stores keep, with the values at which they go wrong; the last row is all null. */
    private static final String ALL_TYPES = """
        select * from (values
          (true, 127::tinyint, (-32768)::smallint, 2147483647::integer, (-9223372036854775808)::bigint),
          (false, (-128)::tinyint, 32767::smallint, (-2147483648)::integer, 9223372036854775807::bigint),
          (null, null, null, null, null)) a(b, i1, i2, i4, i8)
        positional join (values
          (255::utinyint, 65535::usmallint, 4294967295::uinteger, 18446744073709551615::ubigint, 170141183460469231731::hugeint),
          (0::utinyint, 0::usmallint, 0::uinteger, 0::ubigint, (-170141183460469231731)::hugeint),
          (null, null, null, null, null)) u(u1, u2, u4, u8, h)
        positional join (values
          (0.1::decimal(4,1), (-99999999999999999999999999999999999.999)::decimal(38,3), 'nan'::double, '-inf'::float),
          (-0.0::decimal(4,1), 0.001::decimal(38,3), 1.7976931348623157e308::double, 3.4028235e38::float),
          (null, null, null, null)) d(d4, d38, f8, f4)
        positional join (values
          (5e-324::double, 1.1e-45::float, e'tab\\tline\\nreturn\\rback\\\\slash \\\\N', ''),
          (-0.0::double, 0.1::float, 'ñandú 🦤 "quoted" ''single''', '\\N'),
          (null, null, null, null)) t(tiny8, tiny4, t, t2)
        positional join (values
          (date '2026-11-29', timestamp '2026-11-29 23:59:59.999999', timestamptz '2026-11-29 20:59:59.999999-03', time '23:59:59.999999'),
          (date '0044-03-15 (BC)', timestamp '0044-03-15 (BC) 01:02:03.000004', timestamptz '0044-03-15 (BC) 01:02:03+00', time '00:00:00'),
          (null, null, null, null)) w(day, ts, tz, tod)
        positional join (values
          (date 'infinity', timestamp '-infinity', timestamptz 'infinity', '\\x00\\xFFabc\\x5C'::blob, '12345678-9abc-def0-1234-56789abcdef0'::uuid),
          (date '12026-01-01', timestamp '12026-01-01 00:00:00.5', timestamptz '12026-01-01 00:00:00+00', ''::blob, '00000000-0000-0000-0000-000000000000'::uuid),
          (null, null, null, null, null)) x(day2, ts2, tz2, bytes, id)
        """;

    @TempDir
    Path home;

    private Duck duck;
    private PostgresForTests server;

    @BeforeEach
    void open() throws SQLException {
        server = PostgresForTests.empty();
        duck = new Duck(home.resolve("tmp"));
    }

    @AfterEach
    void close() {
        duck.close();
    }

    private ValueStore store(Kind kind) throws IOException {
        Files.createDirectories(home.resolve("data"));
        FileStore files = new FileStore(home.resolve("data"), duck);
        if (kind == Kind.FILES) {
            return files;
        }
        if (kind == Kind.DUCKDB) {
            return new DuckStore(new DatabaseFile(home.resolve("valores.duckdb"), duck, DuckStore.PATIENCE), files);
        }
        return new PostgresStore(new PostgresServer(PostgresForTests.VARIABLE, duck), files, duck);
    }

    private static ValueId id(long run, int attempt) {
        return new ValueId(new RunId("contrato", run), Task.of(new AssetKey("ventas")), attempt);
    }

    private static void publish(ValueStore store, Materialization value) throws IOException {
        store.promise(value);
        store.publish(value);
    }

    private List<Column> columns(Relation relation) {
        try (Session session = duck.session()) {
            return session.columns(relation);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_type_comes_back_as_it_was_written(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Relation all = Relation.sql(ALL_TYPES);

        Materialization value = store.writeTable(all, id(1, 1));

        Relation back = store.readTable(value);
        Relation exact = all.select("* replace (h::decimal(38,0) as h)"); // as which all stores keep it
        assertThat(columns(back))
                .isEqualTo(columns(exact))
                .isEqualTo(value.contents().columns());
        String texts = "select columns(*)::varchar from ";
        assertThat(TestKit.lines(Relation.with("v", back).sql(texts + "v")))
                .isEqualTo(TestKit.lines(Relation.with("v", exact).sql(texts + "v")))
                .hasSize(3);
        try (Session session = duck.session()) {
            assertThat(session.rowHash(back)).isEqualTo(session.rowHash(exact));
        }
        assertThat(value.contents().rows()).isEqualTo(3);
        assertThat(value.contents().preview()).hasSize(3);
        assertThat(value.contents().bytes()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_content_hash_is_that_of_the_rows_whichever_store_keeps_them(Kind kind) throws Exception {
        Materialization files = store(Kind.FILES).writeTable(Relation.sql(ALL_TYPES), id(1, 1));
        Materialization other = store(kind)
                .writeTable(Relation.with("v", Relation.sql(ALL_TYPES)).sql("from v order by i8"), id(2, 1));
        Materialization less = store(kind).writeTable(Relation.sql(ALL_TYPES).where("b"), id(3, 1));

        assertThat(other.hash()).isEqualTo(files.hash());
        assertThat(other.contents().columns()).isEqualTo(files.contents().columns());
        assertThat(less.hash()).isNotEqualTo(files.hash());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void more_rows_than_fit_into_a_buffer_and_no_rows_at_all(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Relation many = Relation.sql("select range as n, 'row ' || range as t from range(20000)");

        Relation back = store.readTable(store.writeTable(many, id(1, 1)));
        Materialization none = store.writeTable(many.where("false"), id(2, 1));

        assertThat(TestKit.lines(Relation.with("v", back).sql("select count(*), sum(n), max(t) from v")))
                .containsExactly("20000,199990000,row 9999");
        assertThat(TestKit.lines(back.where("n = 7"))).containsExactly("7,row 7");
        assertThat(none.contents().rows()).isZero();
        assertThat(columns(store.readTable(none))).extracting(Column::type).containsExactly("BIGINT", "VARCHAR");
        assertThat(TestKit.lines(store.readTable(none))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void json_comes_back_byte_by_byte(Kind kind) throws Exception {
        ValueStore store = store(kind);
        byte[] text = "{\n  \"b\" : 1.10,\n  \"a\" : \"ñ \\u0000 \\n\"\n}".getBytes(StandardCharsets.UTF_8);

        Materialization value = store.writeJson(text, id(1, 1));

        assertThat(store.readJson(value)).isEqualTo(text);
        assertThat(value.contents().bytes()).isEqualTo(text.length);
        assertThat(value.hash()).isEqualTo(FileStore.hash(text));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void attempts_stay_apart_and_one_that_is_discarded_is_gone(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Materialization first = store.writeTable(Relation.rows("n", "1"), id(1, 1));
        Materialization second = store.writeTable(Relation.rows("n", "2"), id(1, 2));

        store.discard(id(1, 1));
        store.discard(id(1, 1)); // as after a crash in the middle of it
        store.discard(id(9, 1)); // never written

        assertThatThrownBy(() -> store.readTable(first))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no longer there");
        assertThatThrownBy(() -> store.promise(first))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no longer there");
        assertThat(TestKit.lines(store.readTable(second))).containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_query_that_fails_leaves_an_attempt_that_can_be_discarded(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Relation failing = Relation.sql("select error('planned') from range(3)");

        assertThatThrownBy(() -> store.writeTable(failing, id(1, 1)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("planned");
        store.discard(id(1, 1));

        assertThat(TestKit.lines(store.readTable(store.writeTable(Relation.rows("n", "2"), id(1, 2)))))
                .containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_was_published_stays_readable_after_something_newer_is(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Materialization old = store.writeTable(Relation.rows("n", "1"), id(1, 1));
        publish(store, old);
        Materialization young = store.writeTable(Relation.rows("n, m", "2, 'x'"), id(2, 1));
        publish(store, young);
        store.publish(young); // cut short, and done again

        assertThat(TestKit.lines(store.readTable(old))).containsExactly("1");
        assertThat(TestKit.lines(store(kind).readTable(young))).containsExactly("2,x");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_was_published_once_can_be_removed_alone_again_and_by_another_process(Kind kind) throws Exception {
        ValueStore store = store(kind);
        Materialization old = store.writeTable(Relation.rows("n", "1"), id(1, 1));
        publish(store, old);
        Materialization young = store.writeJson("{}".getBytes(StandardCharsets.UTF_8), id(2, 1));
        publish(store, young);

        store(kind).remove(id(1, 1));
        store.remove(id(1, 1)); // as after a crash in the middle of it
        store.remove(id(9, 1)); // never written

        assertThatThrownBy(() -> store.readTable(old)).hasMessageContaining("is no longer there");
        assertThat(store.readJson(young)).asString().isEqualTo("{}");
        assertThat(home.resolve("data").resolve(id(1, 1).folder())).doesNotExist();
        if (kind == Kind.DUCKDB) {
            assertThat(new DuckFileForTests(home.resolve("valores.duckdb")).tables())
                    .hasSize(1)
                    .allMatch(name -> name.startsWith("2_1_ventas"));
        } else if (kind == Kind.POSTGRES) {
            assertThat(server.tablesOf(home)).hasSize(1).allMatch(name -> name.startsWith("2_1_ventas"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void several_threads_write_at_once(Kind kind) throws Exception {
        ValueStore store = store(kind);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Materialization>> written = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            int run = i;
            written.add(threads.submit(() -> {
                Materialization value = store.writeTable(Relation.rows("n", "" + run), id(run, 1));
                publish(store, value);
                return value;
            }));
        }
        threads.shutdown();

        for (int i = 1; i <= 8; i++) {
            assertThat(TestKit.lines(store.readTable(written.get(i - 1).get()))).containsExactly("" + i);
        }
    }
}
