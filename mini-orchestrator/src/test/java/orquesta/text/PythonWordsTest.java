package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "    return None#`None` is `null`",
                "    boolean flock = True;#`True` is `true`",
                "return precio and cantidad > 0;#`and` is `&&`",
                "return precio is None#`is` is `==`",
                "if (not vacio) return;#`not` is `!`",
                "print(total);#`print` is `System.out.println`",
                "    if (ventas is None or devoluciones is None):#curly brackets",
                "    for otro in necesita.get(paso):#curly brackets",
                "List<String> orden = [\"a\", \"b\"];#List.of",
                "    .accepted(\"pago\", [\"efectivo\", \"tarjeta\"])#List.of",
                "Integer filas = len(ventas);#rowCount()",
                "return TODAS.where(f\"fecha = '{dia.from()}'\");#f\"...\""
            })
    void says_the_same_in_java(String line, String said) {
        assertThat(PythonWords.in(line).orElseThrow().in(Language.EN)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String a = \"None and True or [1]\"",
                "int[] numeros = new int[3]",
                "String x = campos[0]",
                "case 3:",
                "return a ? b :",
                "double island = orden(nota)"
            })
    void hears_no_python_in_java(String line) {
        assertThat(PythonWords.in(line)).isEmpty();
    }
}
