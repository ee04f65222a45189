package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcePlaceTest {
    private final SourcePlace place = new SourcePlace(
            "Ventas.java",
            21,
            20,
            "@Asset\nRelation a() {\n  sql(\"\"\"\n    select x,\n    y from b, c\n    x,\n\"\"\");\n}");

    @Test
    void a_quoted_text_is_found_in_its_line_also_when_it_was_cut() {
        assertThat(place.lineWith("y from b, c")).isEqualTo(24);
        assertThat(place.lineWith("...from b, ...")).isEqualTo(24);
        assertThat(place.lineWith("select x,  ")).isEqualTo(23);
    }

    @Test
    void what_stands_nowhere_twice_or_is_nothing_leads_to_the_method() {
        assertThat(place.lineWith("z from b")).isEqualTo(21);
        assertThat(place.lineWith("x,")).isEqualTo(21);
        assertThat(place.lineWith("...")).isEqualTo(21);
    }
}
