package orquesta.autograder.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As many rows as an answer may give, all of one hash. In a hash table they would be compared some billions of times. */
class RowKeysTest {
    private static final int MANY = 100_000;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void a_hundred_thousand_rows_of_one_hash_are_told_apart_in_their_number_and_not_its_square() {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            rows.add(List.of(ofOneHash(number)));
        }
        assertThat(rows.get(7)).hasSameHashCodeAs(rows.get(MANY - 1)).isNotEqualTo(rows.get(MANY - 1));

        List<List<String>> some = rows.subList(0, 3);
        assertThat(RowKeys.without(rows, some)).isEqualTo(rows.subList(3, MANY));
        assertThat(RowKeys.without(some, rows)).isEmpty();
        assertThat(RowKeys.holdAll(rows, some)).isTrue();
        assertThat(RowKeys.holdAll(some, rows)).isFalse();
    }

    /** Each bit as one of two pairs of letters whose hash is the same. */
    private static String ofOneHash(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Test
    void rows_of_any_width_are_equal_cell_by_cell() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("a"), List.of("a", "b"), List.of());

        assertThat(RowKeys.without(rows, List.of(List.of("a", "b")))).isEqualTo(rows.subList(1, 4));
        assertThat(RowKeys.holdAll(rows, List.of(List.of(), List.of("a")))).isTrue();
        assertThat(RowKeys.holdAll(rows, List.of(List.of("b")))).isFalse();
    }
}
