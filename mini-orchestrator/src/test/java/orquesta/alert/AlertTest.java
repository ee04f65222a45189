package orquesta.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.asset.AssetDefinition;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.text.Language;
import orquesta.text.UserException;

class AlertTest {
    private record Wrong(Alert alert, String english, String spanish) {}

    private static final String ZONE = "America/Santiago";

    static List<Wrong> wrong() {
        return List.of(
                new Wrong(
                        Alert.ifLate("reportes", "08:00", ZONE).http("AVISOS_URL"),
                        "\"reportes\"; did you mean \"reporte\"?",
                        "\"reportes\""),
                new Wrong(
                        Alert.ifLate("reporte", "8", ZONE).http("AVISOS_URL"),
                        "\"8\" is no time of day",
                        "\"8\" no es una hora"),
                new Wrong(
                        Alert.ifLate("reporte", "24:00", ZONE).http("AVISOS_URL"),
                        "\"24:00\" is no time of day",
                        "no es una hora"),
                new Wrong(
                        Alert.ifLate("reporte", "08:00", "America/Santiag").http("AVISOS_URL"),
                        "America/Santiago",
                        "America/Santiago"),
                new Wrong(
                        Alert.onFailure().http("https://chat.example/hooks/s3cr3t"),
                        "a variable of the environment",
                        "una variable de entorno"),
                new Wrong(
                        Alert.onFailure().mail("smtp://ana:s3cr3t@host", "ana@tienda.cl"),
                        "AVISOS_MAIL=smtp://user:password@host:587",
                        "AVISOS_MAIL=smtp://"),
                new Wrong(Alert.onFailure().mail("AVISOS_SMTP"), "goes to nobody", "no va a nadie"),
                new Wrong(Alert.onFailure().mail("AVISOS_SMTP", "ana"), "\"ana\" is no mail", "\"ana\" no es"),
                new Wrong(
                        Alert.onFailure("diari").http("AVISOS_URL"),
                        "onFailure(diari): names no job of this pipeline: \"diari\"; did you mean \"diario\"?",
                        "no nombra ningún job de este pipeline: \"diari\""),
                new Wrong(Alert.onBlocked("todo").http("AVISOS_URL"), "\"todo\"", "\"todo\""),
                new Wrong(Alert.onBlocked().command(), "names no program", "no nombra ningún programa"));
    }

    private static Definitions definitions(Alert... alerts) {
        Definitions definitions = Definitions.of(
                        AssetDefinition.named("reporte").returns(String.class).computedBy(in -> "x"))
                .job(Job.named("diario").select("reporte"));
        List.of(alerts).forEach(definitions::alert);
        return definitions;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_found_with_all_else_and_an_address_is_not_repeated(Wrong wrong) {
        assertThatThrownBy(() -> definitions(wrong.alert()).validated("tienda"))
                .isInstanceOfSatisfying(UserException.class, thrown -> {
                    assertThat(thrown.problems()).hasSize(1);
                    assertThat(thrown.problems().get(0).in(Language.EN))
                            .contains(wrong.english())
                            .doesNotContain("s3cr3t");
                    assertThat(thrown.problems().get(0).in(Language.ES))
                            .contains(wrong.spanish())
                            .doesNotContain("s3cr3t");
                });
    }

    @Test
    void one_that_is_declared_twice_is_told() {
        Alert alert = Alert.onFailure().http("AVISOS_URL");

        assertThatThrownBy(() -> definitions(alert, alert).validated("tienda"))
                .hasMessageContaining("\"onFailure: http AVISOS_URL\" is declared twice");
    }

    @Test
    void its_name_holds_no_argument_and_a_command_starts_at_the_root_of_the_pipeline() {
        Path root = Path.of("tienda").toAbsolutePath();
        Pipeline pipeline = definitions(
                        Alert.onBlocked().command("./avisar.sh", "s3cr3t"),
                        Alert.ifLate("reporte", "08:00", ZONE).mail("AVISOS_SMTP", "ana@tienda.cl"))
                .validated("tienda")
                .from(root)
                .from(Path.of("elsewhere"));

        assertThat(pipeline.alerts())
                .extracting(Alert::name)
                .containsExactly(
                        "onBlocked: command ./avisar.sh",
                        "ifLate(reporte, 08:00, America/Santiago): mail ana@tienda.cl");
        assertThat(pipeline.alerts().get(0).channel())
                .isEqualTo(new Channel.Command(List.of("./avisar.sh", "s3cr3t"), root));
    }
}
