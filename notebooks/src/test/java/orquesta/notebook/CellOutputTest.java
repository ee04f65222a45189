package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a loop prints reaches the notebook whole and in few messages, or says where the rest is. */
@Isolated("takes the streams of the process")
class CellOutputTest {
    /** Each flush of Jupyter's stream is a message. */
    private final List<String> messages = new ArrayList<>();

    private final PrintStream out = System.out;
    private final Cells cells = new Cells();

    @BeforeEach
    void listen() {
        ByteArrayOutputStream pending = new ByteArrayOutputStream() {
            @Override
            public synchronized void flush() {
                if (size() > 0) {
                    messages.add(toString(StandardCharsets.UTF_8));
                    reset();
                }
            }
        };
        System.setOut(new PrintStream(pending, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(out);
        cells.close();
    }

    private static String loop(int lines) {
        return "for (int i = 1; i <= " + lines + "; i++) { System.out.println(\"línea \" + i); }";
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "línea " + i + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void two_thousand_lines_are_all_there_in_few_messages() {
        cells.run(loop(CellOutput.MOST_LINES));

        assertThat(String.join("", messages)).isEqualTo(lines(1, CellOutput.MOST_LINES));
        assertThat(messages.size()).isLessThan(CellOutput.MOST_LINES / 4);
    }

    @Test
    void what_is_more_is_in_a_file_that_the_last_line_names() throws Exception {
        cells.run(loop(5_000));

        String said = String.join("", messages);
        assertThat(said).startsWith(lines(1, 2_000) + "... 3,000 more lines: ");
        Path file = Path.of(said.substring(said.lastIndexOf(": ") + 2).strip());
        assertThat(Files.readString(file)).isEqualTo(lines(2_001, 5_000));
        Files.delete(file);
    }

    @Test
    void each_cell_has_its_own_bound_and_half_a_line_is_shown_too() {
        cells.run(loop(1_500), loop(1_500), "System.out.print(\"sin fin\");");

        assertThat(String.join("", messages)).isEqualTo(lines(1, 1_500) + lines(1, 1_500) + "sin fin");
    }

    @Test
    void a_cell_that_fails_shows_what_it_had_printed_and_gives_the_streams_back() {
        PrintStream before = System.out;
        assertThatThrownBy(() -> cells.run(loop(3) + " int n = 0; n = 1 / n;")).isInstanceOf(CellFailed.class);

        assertThat(String.join("", messages)).isEqualTo(lines(1, 3));
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void a_stream_that_was_kept_goes_on_in_later_cells() {
        cells.run("var kept = System.out;", "kept.println(\"después\");");

        assertThat(messages).containsExactly("después\n");
    }
}
