package orquesta.autograder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksTest {
    private static int of(int asked, boolean ready) {
        Looks looks = new Looks(asked, () -> ready);
        int count = 0;
        while (looks.another()) {
            count++;
        }
        return count;
    }

    @Test
    void a_child_that_gets_no_processor_is_looked_at_ten_times_as_often_as_one_that_waits() {
        assertThat(of(20, false)).isEqualTo(20);
        assertThat(of(20, true)).isEqualTo(200);
    }
}
