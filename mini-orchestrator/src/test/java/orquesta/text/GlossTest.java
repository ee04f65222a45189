package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    @CsvSource({"&&, true", "||, true", "!, true", "+, false"})
    void a_condition_that_is_none_has_a_sentence_of_its_own(String operator, boolean condition) {
        Message gloss = Gloss.of(
                "compiler.err.operator.cant.be.applied.1", "bad operand types for binary operator '" + operator + "'");

        assertThat(gloss.key().equals("gloss.condition")).isEqualTo(condition);
    }
}
