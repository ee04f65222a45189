package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.RunRequest;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.State;
import orquesta.reports.Reports;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.testkit.TestKit;
import orquesta.text.Language;
import tech.tablesaw.api.Table;

/** A query sees the zone, the day and the moment of its run, whatever the machine's zone is. */
@Isolated("sets the zone of the machine")
class TimeZoneTest {
    private static final Clock EVENING = clock("America/Santiago");
    private static final String MOMENT = "timestamptz '2026-01-01 02:00:00+00'";

    private final TestHome home = TestHome.create();
    private final TimeZone machine = TimeZone.getDefault();

    /** 23:55 of the 5th in Chile, the 6th in UTC and in Tokyo. */
    private static Clock clock(String zone) {
        return Clock.fixed(Instant.parse("2026-09-06T03:55:00Z"), ZoneId.of(zone));
    }

    @BeforeEach
    void elsewhere() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    }

    @AfterEach
    void back() {
        TimeZone.setDefault(machine);
        home.close();
    }

    private String line(String expressions, Clock clock) {
        var asset = AssetDefinition.named("a").computedBy(in -> Relation.sql("select " + expressions));
        home.run(Definitions.of(asset), new RunRequest(Selection.all(), "", clock, 1));
        return home.lines("a").get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "current_date",
                "CURRENT_DATE",
                "today()",
                "get_current_date()",
                "now()::date",
                "current_timestamp::date",
                "get_current_timestamp()::date",
                "transaction_timestamp()::date",
                "localtimestamp::date",
                "current_localtimestamp()::date",
            })
    void today_and_now_are_those_of_the_run(String expression) {
        assertThat(line("(" + expression + ")::date", EVENING)).isEqualTo("2026-09-05");
    }

    @Test
    void the_time_of_day_is_that_of_the_run_too() {
        assertThat(line(
                        "current_time::varchar, localtime::varchar, current_localtime()::varchar, now()::varchar",
                        EVENING))
                .isEqualTo("23:55:00-04,23:55:00,23:55:00,2026-09-05 23:55:00-04");
    }

    @Test
    void a_moment_has_the_day_of_the_runs_zone() {
        String day = MOMENT + "::date, " + MOMENT + "::timestamp::varchar, strftime(" + MOMENT + ", '%H')";

        assertThat(line(day, EVENING)).isEqualTo("2025-12-31,2025-12-31 23:00:00,23");
        assertThat(line(day, clock("UTC"))).isEqualTo("2026-01-01,2026-01-01 02:00:00,02");
        assertThat(line(day, clock("Asia/Kathmandu"))).isEqualTo("2026-01-01,2026-01-01 07:45:00,07");
        assertThat(line(day, EVENING.withZone(ZoneOffset.UTC))).isEqualTo("2026-01-01,2026-01-01 02:00:00,02");
        assertThat(line(day, EVENING.withZone(ZoneOffset.ofHours(-3)))).isEqualTo("2025-12-31,2025-12-31 23:00:00,23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+05:30", "-03:30", "UTC+05:45", "-13:00", "+15:00"})
    void an_offset_that_queries_do_not_know_is_refused_and_never_cut(String offset) {
        var asset = AssetDefinition.named("a").computedBy(in -> Relation.sql("select now()::varchar as v"));

        var run = home.run(Definitions.of(asset), new RunRequest(Selection.all(), "", clock(offset), 1));

        assertThat(run.step("a").state()).isEqualTo(State.FAILED);
        assertThat(run.step("a").reason().in(Language.EN))
                .contains(offset.replace("UTC", "") + " from UTC", "whole hours", "ZoneId.of(\"Asia/Kolkata\")");
    }

    @Test
    void a_zone_of_half_hours_and_an_offset_of_whole_ones_are_right() {
        assertThat(line("strftime(" + MOMENT + ", '%H:%M')", clock("Asia/Kolkata")))
                .isEqualTo("07:30");
        assertThat(line("strftime(" + MOMENT + ", '%H:%M')", clock("America/St_Johns")))
                .isEqualTo("22:30");
        assertThat(line("strftime(" + MOMENT + ", '%H:%M')", clock("UTC+05:00")))
                .isEqualTo("07:00");
    }

    @Test
    void a_column_of_such_a_name_is_the_column() {
        var asset = AssetDefinition.named("a")
                .computedBy(in ->
                        Relation.rows("today integer, now integer", "1, 2").select("today, now"));
        home.run(Definitions.of(asset));

        assertThat(home.lines("a")).containsExactly("1,2");
    }

    record Venta(LocalDateTime cuando, String texto) {}

    /** The same moment, read as each type that there is, written to a report, and judged. */
    static final class Lectores {
        @Asset
        Relation a() {
            return Relation.sql("select " + MOMENT + " as cuando, " + MOMENT + " as texto");
        }

        @Asset
        String comoRegistros(List<Venta> a) {
            return a.get(0).cuando() + " " + a.get(0).texto();
        }

        @Asset
        String comoTabla(Table a) {
            return a.get(0, 0) + "";
        }

        @Asset
        Path reporte(Relation a, Reports reports) {
            return reports.newFolder().csv("a.csv", a).path();
        }

        @Check
        CheckResult esDeAyer(Relation a) {
            return CheckResult.noRows("another day", a.where("cuando::date <> current_date - 248"));
        }
    }

    @Test
    void every_door_shows_the_same_moment() throws Exception {
        Definitions all = Definitions.of(new Lectores()).resource("reports", Reports.in("reports"));

        var run = home.run(all, new RunRequest(Selection.all(), "", EVENING, 2));

        assertThat(run.run().status().text()).isEqualTo("ok");
        assertThat(home.value("como_registros", String.class)).isEqualTo("2025-12-31T23:00 2025-12-31 23:00:00-03");
        assertThat(home.value("como_tabla", String.class)).isEqualTo("2025-12-31 23:00:00-03");
        assertThat(Files.readString(home.value("reporte", Path.class).resolve("a.csv")))
                .contains("2025-12-31 23:00:00-03");
        assertThat(home.lines("a")).containsExactly("2025-12-31 23:00:00-03,2025-12-31 23:00:00-03");
    }

    @Test
    void a_run_that_is_done_again_has_the_date_of_the_first_and_the_time_of_now() {
        var asset = AssetDefinition.named("a")
                .computedBy(in -> Relation.sql("select current_date::varchar, now()::date::varchar"));
        Definitions definitions = Definitions.of(asset);
        home.run(definitions, new RunRequest(Selection.all(), "", EVENING, 1));
        Clock later = Clock.offset(EVENING, java.time.Duration.ofDays(3));

        home.orchestrator()
                .run(
                        home.pipeline(definitions),
                        home.orchestrator().again(home.pipeline(definitions), 1, false, later));

        assertThat(home.lines("a")).containsExactly("2026-09-05,2026-09-09");
    }

    @Test
    void a_local_time_that_the_machines_zone_lacks_stays_what_it_is() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Santiago")); // no 00:30 on that day

        Relation gap =
                Relation.sql("select timestamp '2026-09-06 00:30:00' as t, [timestamp '2026-09-06 00:30:00'] as l");

        assertThat(TestKit.rows(gap).get(0)).containsEntry("t", LocalDateTime.of(2026, 9, 6, 0, 30));
        assertThat(TestKit.lines(gap)).containsExactly("2026-09-06T00:30,['2026-09-06 00:30:00']");
    }

    @Test
    void a_unit_test_sees_the_zone_of_the_course() {
        assertThat(TestKit.lines(Relation.sql("select " + MOMENT + "::date::varchar")))
                .containsExactly("2025-12-31");
    }
}
