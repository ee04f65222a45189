package orquesta.schedule.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The oracle against croniter, where both mean the same: {@code croniter_cases.py} wrote the file. */
@Tag("once")
class CroniterTest {
    @ParameterizedTest
    @CsvFileSource(resources = "croniter-cases.txt", delimiter = '|')
    void says_what_croniter_says(String expression, Instant after, String expected) throws Exception {
        List<String> ticks = new ArrayList<>();
        for (WallTick tick : new WallClock().next(expression, ZoneOffset.UTC, after, 3)) {
            ticks.add(tick.at().toString());
        }

        assertThat(ticks).containsExactly(expected.split(" "));
    }
}
