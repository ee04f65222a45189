package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/** The page of a run grows with its steps, not with the steps times what is above each. */
@Tag("once")
class LargeRunTest {
    private static final int DIAMONDS = 250;

    @TempDir
    Path home;

    /** Diamonds, each on top of the next: four assets a diamond, the first of all fails. */
    private static Definitions diamonds() {
        List<AssetDefinition> assets = new ArrayList<>();
        for (int i = 0; i < DIAMONDS; i++) {
            assets.add(i == 0 ? failing() : asset("a" + i, "d" + (i - 1)));
            assets.add(asset("b" + i, "a" + i));
            assets.add(asset("c" + i, "a" + i));
            assets.add(asset("d" + i, "b" + i, "c" + i));
        }
        return Definitions.of(assets.toArray());
    }

    private static AssetDefinition failing() {
        return AssetDefinition.named("a0").computedBy(in -> {
            throw new IllegalStateException("no hay ventas hoy");
        });
    }

    private static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(in -> Relation.rows("x", "1"));
    }

    @Test
    void a_cause_of_a_thousand_steps_is_told_once() {
        try (Visit visit = Visit.of(home, diamonds().validated(Visit.PIPELINE))) {
            visit.ran();

            String page = visit.page("/runs/1");

            System.out.println("a page of a thousand steps has " + page.length() / 1024 + " kB");
            assertThat(page.length()).isLessThan(1_500_000);
            assertThat(page).contains("300 of 1,000 steps are shown");
            assertThat(Pattern.compile("no hay ventas hoy")
                            .matcher(page)
                            .results()
                            .count())
                    .isLessThan(20);
            assertThat(page).contains("href=\"#why-a0\"").doesNotContain("id=\"why-d249\"");

            String last = visit.page("/runs/1?steps=D249");
            assertThat(last).contains("id=\"why-d249\"", "1 of 1 steps are shown", "value=\"D249\"");
            assertThat(last).contains("href=\"?steps=").doesNotContain("id=\"why-a0\"");
        }
    }
}
