package orquesta.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.text.UserException;

/** Which partitions there are, which a run was asked for, and which a step reads. */
class PartitionsTest {
    private static final String ZONE = "America/Santiago";
    private static final Partitions DAYS = Partitions.daily("2026-11-01", ZONE).as("dia");
    private static final Partitions WEEKS =
            Partitions.weekly("2026-11-01", ZONE).as("semana");
    private static final Partitions MONTHS =
            Partitions.monthly("2026-09-15", ZONE).as("mes");
    private static final Partitions ZONES = Partitions.of("norte", "sur").as("zona");
    private static final Partitions BOTH =
            Partitions.daily("2026-11-01", ZONE).by("norte", "sur").as("dia_zona");
    /** 22:30 of the 4th in Santiago, when UTC has the 5th already. */
    private static final Instant NOW = Instant.parse("2026-11-05T01:30:00Z");

    private static List<String> keys(List<Partition> partitions) {
        return partitions.stream().map(Partition::key).toList();
    }

    private static List<String> chosen(Partitions partitions, String text) {
        return keys(partitions.chosen(PartitionChoice.of(text, NOW), "ventas"));
    }

    private static Partition one(Partitions partitions, String key) {
        return partitions.find(key).orElseThrow();
    }

    @Test
    void a_day_is_over_when_it_is_over_in_its_zone() {
        assertThat(keys(DAYS.over(NOW))).containsExactly("2026-11-01", "2026-11-02", "2026-11-03");
        assertThat(keys(DAYS.over(NOW.plusSeconds(90 * 60))))
                .containsExactly("2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04");
        assertThat(keys(WEEKS.over(NOW))).containsExactly("2026-W44");
        assertThat(keys(MONTHS.over(NOW))).containsExactly("2026-09", "2026-10");
        assertThat(keys(ZONES.over(NOW))).containsExactly("norte", "sur");
    }

    @Test
    void a_partition_knows_its_days_and_instants_also_where_the_clock_changes() {
        Partition day = one(Partitions.daily("2026-09-01", ZONE), "2026-09-06");

        assertThat(day.from()).isEqualTo(LocalDate.of(2026, 9, 6));
        assertThat(day.to()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(day.start()).isEqualTo("2026-09-06T04:00:00Z"); // 01:00 in -03:00: midnight was skipped
        assertThat(day.end()).isEqualTo("2026-09-07T03:00:00Z");
        assertThatThrownBy(day::category).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(one(ZONES, "sur")::from).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03, 2026-11-03",
        "2026-11-02..2026-11-04, 2026-11-02 2026-11-03 2026-11-04",
        "2026-11, 2026-11-01 2026-11-02 2026-11-03 2026-11-04",
        "2026-W45, 2026-11-02 2026-11-03 2026-11-04",
    })
    void days_are_chosen_by_day_week_or_month_and_never_before_they_begin(String text, String expected) {
        assertThat(chosen(DAYS, text)).containsExactly(expected.split(" "));
    }

    @Test
    void a_choice_of_days_means_the_month_that_holds_them_and_every_category() {
        assertThat(chosen(MONTHS, "2026-10-31..2026-11-01")).containsExactly("2026-10", "2026-11");
        assertThat(chosen(BOTH, "2026-11-03")).containsExactly("2026-11-03/norte", "2026-11-03/sur");
        assertThat(chosen(BOTH, "2026-11-03/sur")).containsExactly("2026-11-03/sur");
        assertThat(chosen(ZONES, "")).containsExactly("norte", "sur");
        assertThat(chosen(ZONES, "sur")).containsExactly("sur");
    }

    @ParameterizedTest
    @CsvSource({
        "'', none was asked for; say which: --partition 2026-11-03",
        "ayer, '\"ayer\" names no day, week or month'",
        "2026-02-30, names no day",
        "2026-W54, names no day",
        "2026-11-09, 'there is no partition in 2026-11-09: the first begins on 2026-11-01, and today is 2026-11-04'",
        "2026-10-31, there is no partition in 2026-10-31",
        "2026-11-04..2026-11-02, backwards",
        "2026-11-04..x, '\"x\" names no day'",
    })
    void what_cannot_be_meant_is_refused_in_a_sentence(String text, String sentence) {
        assertThatThrownBy(() -> chosen(DAYS, text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void an_unknown_category_gets_the_nearest() {
        assertThatThrownBy(() -> chosen(BOTH, "2026-11-03/nrte"))
                .hasMessageContaining("there is no partition \"nrte\"")
                .hasMessageContaining("norte");
    }

    @Test
    void a_step_reads_the_partition_of_its_name_or_those_that_share_a_day() {
        PartitionMapping same = PartitionMapping.SAME;

        assertThat(keys(DAYS.readBy(one(DAYS, "2026-11-02"), same, NOW))).containsExactly("2026-11-02");
        assertThat(keys(DAYS.readBy(one(WEEKS, "2026-W44"), same, NOW))).containsExactly("2026-11-01");
        assertThat(keys(MONTHS.readBy(one(DAYS, "2026-11-02"), same, NOW))).containsExactly("2026-11");
        assertThat(DAYS.readBy(one(MONTHS, "2026-11"), same, NOW)).hasSize(30);
        assertThat(keys(DAYS.readBy(null, same, NOW))).isEqualTo(keys(DAYS.over(NOW)));
        assertThat(keys(BOTH.readBy(one(DAYS, "2026-11-02"), same, NOW)))
                .containsExactly("2026-11-02/norte", "2026-11-02/sur");
        assertThat(keys(ZONES.readBy(one(BOTH, "2026-11-02/sur"), same, NOW))).containsExactly("sur");
        assertThat(keys(DAYS.readBy(one(ZONES, "sur"), same, NOW))).isEqualTo(keys(DAYS.over(NOW)));
    }

    @Test
    void a_step_reads_what_stands_before_in_time() {
        Partition second = one(DAYS, "2026-11-02");
        Partition first = one(DAYS, "2026-11-01");
        PartitionMapping previous = new PartitionMapping.Previous();

        assertThat(keys(DAYS.readBy(second, previous, NOW))).containsExactly("2026-11-01");
        assertThat(DAYS.readBy(first, previous, NOW)).isEmpty();
        assertThat(keys(BOTH.readBy(one(BOTH, "2026-11-02/sur"), previous, NOW)))
                .containsExactly("2026-11-01/sur");
        assertThat(keys(DAYS.readBy(one(DAYS, "2026-11-04"), new PartitionMapping.Last(3), NOW)))
                .containsExactly("2026-11-02", "2026-11-03", "2026-11-04");
        assertThat(keys(DAYS.readBy(second, new PartitionMapping.Last(7), NOW)))
                .containsExactly("2026-11-01", "2026-11-02");
        assertThat(keys(DAYS.readBy(null, new PartitionMapping.Last(2), NOW)))
                .containsExactly("2026-11-02", "2026-11-03");
    }

    @Test
    void a_function_names_what_is_read() {
        PartitionMapping weekBefore =
                PartitionMapping.by(day -> List.of(day.from().minusDays(2).toString()));

        assertThat(keys(DAYS.readBy(one(DAYS, "2026-11-04"), weekBefore, NOW))).containsExactly("2026-11-02");
        assertThatThrownBy(() -> DAYS.readBy(one(DAYS, "2026-11-02"), weekBefore, NOW))
                .hasMessageContaining("there is no partition \"2026-10-31\"");
    }

    @ParameterizedTest
    @CsvSource({"same, true", "previous, true", "last 7, true", "all, true", "last 0, false", "last, false", "x, false"
    })
    void mappings_are_read(String text, boolean known) {
        assertThat(PartitionMapping.parse(text).isPresent()).isEqualTo(known);
    }

    @Test
    void the_newest_that_is_over_is_what_a_tick_computes() {
        assertThat(DAYS.lastOver(NOW)).contains("2026-11-03");
        assertThat(WEEKS.lastOver(NOW)).contains("2026-W44");
        assertThat(ZONES.lastOver(NOW)).isEqualTo(Optional.empty());
        assertThat(Partitions.daily("2026-11-04", ZONE).lastOver(NOW)).isEmpty();
    }

    @Test
    void wrong_declarations_are_told_all_at_once() {
        assertThat(Partitions.daily("1 de noviembre", ZONE).as("dia").problems().toString())
                .contains("\"1 de noviembre\" is no day, week or month");
        assertThat(Partitions.daily("2026-11-01", "America/Santigo")
                        .as("dia")
                        .problems()
                        .toString())
                .contains("America/Santiago");
        assertThat(Partitions.of().as("nada").problems().toString()).contains("hold none");
        assertThat(Partitions.of("a/b", "Norte", "norte", "2026-11").as("zona").problems())
                .hasSize(3);
    }

    @Test
    void weeks_are_those_of_iso_8601_at_the_turn_of_a_year() {
        Partitions weeks = Partitions.weekly("2026-12-21", ZONE);

        assertThat(keys(weeks.chosen(
                        PartitionChoice.of("2026-12-21..2027-01-10", Instant.parse("2027-02-01T12:00:00Z")), "x")))
                .containsExactly("2026-W52", "2026-W53", "2027-W01");
        assertThat(one(weeks, "2026-W53").to()).isEqualTo(LocalDate.of(2027, 1, 4));
    }
}
