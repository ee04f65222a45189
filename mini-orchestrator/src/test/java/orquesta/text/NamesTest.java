package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.Given;

class NamesTest {
    private static final Pattern REMEDY = Pattern.compile("(?:name it|use) \"([^\"]*)\"");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void put_back() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "ventas,            ventas",
        "ingresosTotales,   ingresos_totales",
        "ventas2025,        ventas2025",
        "ventas2025Chile,   ventas2025_chile",
        "x,                 x",
        "aB,                a_b",
        "ingresosIva,       ingresos_iva",
    })
    void java_is_camel_case_and_all_else_is_snake_case(String camel, String snake) {
        assertThat(Names.snake(camel)).isEqualTo(snake);
        assertThat(Names.camel(snake)).isEqualTo(camel);
        assertThatCode(() -> Names.requireJavaName("here", camel)).doesNotThrowAnyException();
        assertThatCode(() -> Names.requireKey("here", snake)).doesNotThrowAnyException();
    }

    @Test
    void a_key_is_no_longer_than_a_file_name_can_bear() {
        String longest = "x".repeat(100);

        assertThatCode(() -> Names.requireKey("here", longest)).doesNotThrowAnyException();
        assertThatCode(() -> Names.requireJavaName("here", longest)).doesNotThrowAnyException();
        assertThat(Given.problem(() -> Names.requireKey("here", longest + "y")))
                .contains("101 characters", "at most 100");
        assertThat(Given.problem(() -> Names.requireJavaName("V.x", "aB" + "x".repeat(98))))
                .contains("V.x", "101 characters");
    }

    @Test
    void a_turkish_machine_names_things_alike() {
        Locale.setDefault(new Locale("tr"));

        assertThat(Names.snake("ingresosIva")).isEqualTo("ingresos_iva");
        assertThat(Names.camel("ingresos_iva")).isEqualTo("ingresosIva");
        assertThat(Given.problem(() -> Names.requireJavaName("V.x", "INGRESOS")))
                .contains("\"ingresos\"");
    }

    @ParameterizedTest
    @CsvSource({
        "URLBase,           urlBase",
        "Ventas,            ventas",
        "ingresos_totales,  ingresosTotales",
        "ventas_2025,       ventas2025",
        "año,               anio",
        "peñaÑuble,         peniaNiuble",
        "_ventas,           ventas",
        "ventas_,           ventas",
        "INGRESOS,          ingresos",
    })
    void a_java_name_that_does_not_survive_is_refused_with_the_name_to_use(String name, String better) {
        assertThat(Given.problem(() -> Names.requireJavaName("Ventas." + name, name)))
                .startsWith("Ventas." + name + ": ")
                .contains("\"" + name + "\"", "\"" + better + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Ventas,           ventas",
        "ingresosTotales,  ingresos_totales",
        "ventas__leidas,   ventas_leidas",
        "ventas-leidas,    ventas_leidas",
        "ventas leidas,    ventas_leidas",
        "ventas_2025,      ventas2025",
        "año,              anio",
        "_ventas,          ventas",
        "ventas_,          ventas",
        "2025,             asset",
        "'',               asset",
    })
    void a_key_that_is_no_java_name_in_snake_case_is_refused_with_the_key_to_use(String key, String better) {
        assertThat(Given.problem(() -> Names.requireKey("job", key)))
                .startsWith("job: ")
                .contains("\"" + key + "\"", "\"" + better + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aAZ_19ñİ$", "abcABC019_", "ıßé-. x_1A"})
    void whatever_was_typed_the_name_to_use_is_one_that_can_be_used(String alphabet) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String typed = random.ints(1 + random.nextInt(9), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .reduce("", String::concat);
            requireUsable(typed, name -> Names.requireJavaName("here", name));
            requireUsable(typed, name -> Names.requireKey("here", name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aAZ_19ñİ$", "abcABC019_", "ıßé-. x_1A", "a_1"})
    void a_key_is_what_survives_the_way_to_java_and_back(String alphabet) {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String typed = random.ints(random.nextInt(7), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .reduce("", String::concat);
            boolean survives = Names.camel(typed).matches("[a-z][A-Za-z0-9]*")
                    && Names.snake(Names.camel(typed)).equals(typed);
            assertThat(isKey(typed)).as("'%s'", typed).isEqualTo(survives);
        }
    }

    private static boolean isKey(String typed) {
        try {
            Names.requireKey("here", typed);
            return true;
        } catch (orquesta.text.UserException refused) {
            return false;
        }
    }

    /** A rule that is either content with what was typed, or offers a name that it is content with. */
    private static void requireUsable(String typed, java.util.function.Consumer<String> rule) {
        try {
            rule.accept(typed);
        } catch (orquesta.text.UserException refused) {
            Matcher remedy = REMEDY.matcher(refused.problems().get(0).in(orquesta.text.Language.EN));
            assertThat(remedy.find()).isTrue();
            assertThatCode(() -> rule.accept(remedy.group(1)))
                    .as("for '%s' it offers '%s'", typed, remedy.group(1))
                    .doesNotThrowAnyException();
        }
    }
}
