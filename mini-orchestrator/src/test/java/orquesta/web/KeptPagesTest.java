package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.text.Language;
import orquesta.text.Problem;

@Tag("once")
class KeptPagesTest {
    private final KeptPages pages = new KeptPages();
    private int made = 0;

    private static KeptPages.Made from(String path, long change) {
        return new KeptPages.Made(look(path, Language.EN), change, "v1", Doing.NOTHING);
    }

    private static Look look(String path, Language language) {
        return new Look(language, Theme.AUTO, path, "token");
    }

    /** How many pages were made in all, after this one was asked for. */
    private int madeAfter(KeptPages.Made from, int size) {
        assertThat(pages.get(from, () -> {
                    made++;
                    return Optional.of(new byte[size]);
                }))
                .get()
                .satisfies(page -> assertThat(page).hasSize(size));
        return made;
    }

    @Test
    void a_page_is_made_once_as_long_as_nothing_has_changed() {
        assertThat(madeAfter(from("/", 1), 10)).isEqualTo(1);
        assertThat(madeAfter(from("/", 1), 10)).isEqualTo(1);
    }

    @Test
    void whatever_a_page_shows_makes_another_page_of_it() {
        Doing refused = new Doing(false, null, List.of(Problem.at("", "web.busy", 1)));
        madeAfter(from("/", 1), 10);

        assertThat(madeAfter(from("/?select=a", 1), 10)).as("selection").isEqualTo(2);
        assertThat(madeAfter(from("/", 2), 10)).as("home").isEqualTo(3);
        assertThat(madeAfter(new KeptPages.Made(look("/", Language.ES), 1, "v1", Doing.NOTHING), 10))
                .as("language")
                .isEqualTo(4);
        assertThat(madeAfter(new KeptPages.Made(look("/", Language.EN), 1, "v2", Doing.NOTHING), 10))
                .as("definitions")
                .isEqualTo(5);
        assertThat(madeAfter(new KeptPages.Made(look("/", Language.EN), 1, "v1", refused), 10))
                .as("button")
                .isEqualTo(6);
    }

    @Test
    void the_page_that_nobody_asked_for_longest_goes_first_when_there_is_no_more_room() {
        madeAfter(from("/runs/1", 1), 1_500_000);
        madeAfter(from("/runs/2", 1), 1_500_000);
        madeAfter(from("/runs/1", 1), 1_500_000);
        madeAfter(from("/runs/3", 1), 1_500_000);

        assertThat(madeAfter(from("/runs/1", 1), 1_500_000)).isEqualTo(3);
        assertThat(madeAfter(from("/runs/2", 1), 1_500_000)).isEqualTo(4);
    }

    @Test
    void a_page_larger_than_all_room_is_sent_and_not_kept() {
        assertThat(madeAfter(from("/runs/1", 1), 5_000_000)).isEqualTo(1);
        assertThat(madeAfter(from("/runs/1", 1), 5_000_000)).isEqualTo(2);
    }

    @Test
    void a_page_that_is_not_there_is_not_kept() {
        assertThat(pages.get(from("/runs/9", 1), Optional::empty)).isEmpty();
        assertThat(madeAfter(from("/runs/9", 1), 10)).isEqualTo(1);
    }
}
