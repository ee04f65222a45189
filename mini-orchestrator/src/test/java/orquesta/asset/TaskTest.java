package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void neighbouring_days_of_neighbouring_assets_have_hashes_of_their_own() {
        Set<Integer> hashes = new HashSet<>();
        for (int asset = 0; asset < 10; asset++) {
            for (int day = 0; day < 1_000; day++) {
                String partition = LocalDate.of(2024, 1, 1).plusDays(day).toString();
                hashes.add(new Task(new AssetKey("a" + asset), partition).hashCode());
            }
        }

        assertThat(hashes).hasSize(10_000);
    }
}
