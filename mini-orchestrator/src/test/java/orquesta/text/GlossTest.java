package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossTest {
    @ParameterizedTest
    @CsvSource({
        "compiler.err.cant.resolve.location.args, gloss.unknown_name",
        "compiler.err.doesnt.exist, gloss.unknown_package",
        "compiler.err.expected3, gloss.expected",
        "compiler.err.illegal.start.of.expr, gloss.start",
        "compiler.err.not.stmt, gloss.start",
        "compiler.err.premature.eof, gloss.unclosed",
        "compiler.err.unclosed.str.lit, gloss.unclosed",
        "compiler.err.unclosed.char.lit, gloss.single_quotes",
        "compiler.err.empty.char.lit, gloss.single_quotes",
        "compiler.err.prob.found.req, gloss.types",
        "compiler.err.cant.apply.symbol, gloss.arguments",
        "compiler.err.operator.cant.be.applied.1, gloss.operator",
        "compiler.err.missing.ret.stmt, gloss.no_return",
        "compiler.err.unreported.exception.need.to.catch.or.throw, gloss.exception",
        "compiler.err.var.might.not.have.been.initialized, gloss.no_value",
        "compiler.err.already.defined, gloss.twice",
        "compiler.err.class.public.should.be.in.file, gloss.file_name",
        "compiler.err.does.not.override.abstract, gloss.abstract",
        "compiler.err.annotation.type.not.applicable, gloss.misplaced",
        "compiler.err.local.enum, gloss.other"
    })
    void each_kind_of_error_has_its_sentence_in_both_languages(String code, String key) {
        Message gloss = Gloss.of(code, "what the compiler says");

        assertThat(gloss.key()).isEqualTo(key);
        assertThat(gloss.in(Language.EN)).doesNotContain("gloss.").isNotEqualTo(gloss.in(Language.ES));
        assertThat(gloss.in(Language.ES)).doesNotContain("gloss.").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "orquesta.text.Nearest, clu, 'Nearest has no method \"clu\"; did you mean \"clue\"? There are: among, clue, to.'",
        "orquesta.text.Nearest, xyz, 'Nearest has no method \"xyz\"; there are: among, clue, to.'",
        "java.lang.String, lenght, 'String has no method \"lenght\"; did you mean \"length\"?'",
        "java.util.Map.Entry, getValor, 'Entry has no method \"getValor\"; did you mean \"getValue\"? There are: comparingByKey, "
                + "comparingByValue, copyOf, getKey, getValue, setValue.'"
    })
    void a_method_that_a_class_does_not_have_gets_those_that_it_has(String type, String method, String said) {
        String message =
                "cannot find symbol\n  symbol:   method " + method + "(int)\n  location: variable x of type " + type;

        assertThat(Gloss.of("compiler.err.cant.resolve.location.args", message).in(Language.EN))
                .isEqualTo(said);
    }

    @Test
    void a_method_of_a_class_that_nothing_here_knows_gets_the_general_sentence() {
        String message = "cannot find symbol\n  symbol:   method leer()\n  location: class Ventas";

        assertThat(Gloss.of("compiler.err.cant.resolve.location.args", message).key())
                .isEqualTo("gloss.unknown_name");
    }

    @Test
    void a_class_of_the_kit_is_known_by_its_name_alone() {
        String message = "cannot find symbol\n  symbol:   method count()\n  location: variable ventas of type Relation";

        assertThat(Gloss.of("compiler.err.cant.resolve.location.args", message).in(Language.ES))
                .startsWith("Relation no tiene un método \"count\"; ")
                .contains("select", "where");
    }

    @ParameterizedTest
    @CsvSource({"&&, true", "||, true", "!, true", "+, false"})
    void a_condition_that_is_none_has_a_sentence_of_its_own(String operator, boolean condition) {
        Message gloss = Gloss.of(
                "compiler.err.operator.cant.be.applied.1", "bad operand types for binary operator '" + operator + "'");

        assertThat(gloss.key().equals("gloss.condition")).isEqualTo(condition);
    }
}
