package orquesta.schedule.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the oracle's own parser accepts, and what it refuses. */
class WallExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "0/5 * * * *",
                "* 6-0 * * *",
                "* * * * 6-0",
                "* * * * FRI-0",
                "* * ? * *",
                "* * L * *",
                "* * 15W * *",
                "* * * * 5#2",
                "H * * * *",
                "1~5 * * * *",
                "@reboot",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 0 *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "1-5/0 * * * *",
                "-1 * * * *",
                "1- * * * *",
                "1,,2 * * * *",
                ",1 * * * *",
                "* * * MON *",
                "* * * * JAN",
                "MON * * * *",
                "* * * * MON/2",
                "*-5 * * * *",
                "1-2-3 * * * *",
                "*/2/2 * * * *",
                "+1 * * * *",
                "1.5 * * * *",
                "٣ * * * *",
                "*/ * * * *",
                "0 0 30 2 *",
                "0 0 31 4,6,9,11 *",
                "0 0 30-31 2 */2",
                "TZ=UTC 0 0 * * *",
                "@every 5m"
            })
    void refused(String expression) {
        assertThatThrownBy(() -> WallExpression.read(expression)).isInstanceOf(Ticks.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FRI-SUN|0,5,6",
                "fri-7|0,5,6",
                "SUN-TUE|0,1,2",
                "SUN-SUN|0,1,2,3,4,5,6",
                "7|0",
                "sun|0",
                "7-SUN|0",
                "*/2|0,2,4,6",
                "*/3|0,3,6",
                "1-7/3|1,4,0",
                "MON-FRI/2|1,3,5",
                "5-7/99999999999999999999|5",
                "1,Wed,fri-sat|1,3,5,6",
            })
    void weekdays(String field, String expected) throws Exception {
        Set<Integer> weekdays = WallExpression.read("0 0 * * " + field).weekdays();

        assertThat(weekdays.stream().map(String::valueOf)).containsExactlyInAnyOrder(expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 13 * FRI|false",
                "0 0 1-31 * FRI|false",
                "0 0 * * FRI|true",
                "0 0 */2 * FRI|true",
                "0 0 13 * */2|true",
                "0 0 13 * *,5|true",
            })
    void a_day_field_that_begins_with_a_star_asks_for_both(String expression, boolean both) throws Exception {
        assertThat(WallExpression.read(expression).bothDays()).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *|true",
                "@hourly|true",
                "5 */1 * * *|true",
                "5 0-23 * * *|true",
                "5 0-11,12-23 * * *|true",
                "5 0-22 * * *|false",
                "5 */2 * * *|false",
                "@daily|false",
            })
    void an_interval_selects_all_hours(String expression, boolean interval) throws Exception {
        assertThat(WallExpression.read(expression).isInterval()).isEqualTo(interval);
    }

    @Test
    void words_mean_what_cron_says() throws Exception {
        assertThat(WallExpression.read("@weekly")).isEqualTo(WallExpression.read("0 0 * * SUN"));
        assertThat(WallExpression.read("@annually")).isEqualTo(WallExpression.read("0 0 1 JAN *"));
        assertThat(WallExpression.read(" 0\t0  1 1 * ")).isEqualTo(WallExpression.read("@yearly"));
    }
}
