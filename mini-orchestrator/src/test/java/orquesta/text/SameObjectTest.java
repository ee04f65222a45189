package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameObjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (texto.strip() == \"\") return null;",
                "String hay = ultimo(); if (hay == look.cursor()) return;",
                "boolean puede(LocalDate datos, LocalDate hoy) { return datos == hoy; }",
                "for (String estado : estados) if (\"failed\" == estado) n++;",
                "boolean f(BigDecimal a, BigDecimal b) { return a != b; }"
            })
    void finds_a_comparison_of_objects(String source) {
        assertThat(SameObject.in(source)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String a = f(); if (a == null || null != a) return;",
                "int n = 3; if (n == 3) return;",
                "String a = f(); if (a.length() == 3 && 3 == a.length()) return;",
                "String sql = \"\"\"\n    select * from v where regla == ''\n    \"\"\";",
                "sql.show(\"select 1 where 'a' == \" + b);",
                "String a = \"x == y\"; // a == \"\"",
                "char c = texto.charAt(0); if (c == '\"' || c == 'a') return;",
                "String dia(int d) { return d == 1 ? \"a\" : \"b\"; } int dia = 3; boolean b = dia == 4;",
                "if (paso.state() == State.OK) return;"
            })
    void says_nothing_of_what_may_be_compared_so(String source) {
        assertThat(SameObject.in(source)).isEmpty();
    }
}
