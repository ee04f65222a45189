package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Tab completes, as bash itself does it. */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class CompletionTest {
    @TempDir
    Path temp;

    private Path script;

    @BeforeEach
    void print_the_script() throws Exception {
        Console console = Console.kit("completion", "--beside", "up=--port,--no-browser", "--beside", "down=");
        assertThat(console.exit()).isZero();
        script = Files.writeString(temp.resolve("completion"), console.out());
    }

    /** What is offered for the last of some words. */
    private List<String> offered(String... words) throws Exception {
        String asked = "source '" + script + "'; COMP_WORDS=(./kit " + String.join(" ", words)
                + "); COMP_CWORD=" + words.length + "; COMP_LINE=\"./kit " + String.join(" ", words)
                + "\"; complete -p kit > /dev/null && _complete_kit 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", asked)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void commands_and_those_below_them_are_completed() throws Exception {
        assertThat(offered("sch")).containsExactly("schedule");
        assertThat(offered("ru")).containsExactlyInAnyOrder("run", "runs");
        assertThat(offered("schedule", "p")).containsExactly("pause");
    }

    @Test
    void options_are_completed() throws Exception {
        assertThat(offered("run", "--sel")).containsExactly("--select");
        assertThat(offered("plan", "--cl")).containsExactly("--clock");
    }

    @Test
    void the_commands_of_the_first_stage_are_among_them_with_their_options() throws Exception {
        assertThat(offered("do")).containsExactly("down");
        assertThat(offered("up", "--no")).containsExactly("--no-browser");
    }

    @Test
    void zsh_is_told_to_read_it_as_bash_does() {
        assertThat(script).content().contains("ZSH_VERSION", "bashcompinit");
    }
}
