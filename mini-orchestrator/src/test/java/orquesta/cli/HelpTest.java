package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "why", "ls", "runs", "show", "logs", "rerun", "cancel", "clean", "serve"})
    void every_command_has_help_with_one_worked_example(String command) {
        Console console = Console.kit(command, "--help");

        assertThat(console.exit()).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("Usage: kit " + command, "Example:  ./kit " + command + " ", "--home=DIR");
        requireEveryOptionIsDescribed(console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "why", "ls", "runs", "show", "logs", "rerun", "cancel", "clean", "serve"})
    void the_worked_example_is_understood(String command) {
        String example = Console.kit(command, "--help")
                .out()
                .lines()
                .filter(line -> line.contains("./kit "))
                .findFirst()
                .orElseThrow();
        String[] words = example.substring(example.indexOf("./kit ") + 6)
                .replace("\"", "")
                .split(" ");

        assertThat(Main.commands().parseArgs(words).subcommand().commandSpec().name())
                .isEqualTo(command);
    }

    @Test
    void who_names_a_command_gets_that_one_alone_and_its_help_is_the_same() {
        CommandLine all = Main.commands();

        for (Class<?> type : Main.COMMANDS) {
            CommandLine one = Main.commandsFor(Main.name(type), "--help");

            assertThat(one.getSubcommands()).containsOnlyKeys(Main.name(type));
            assertThat(usage(one, Main.name(type))).isEqualTo(usage(all, Main.name(type)));
        }
        for (String other : List.of("corre", "--help", "data")) {
            assertThat(Main.commandsFor(other).getSubcommands().keySet())
                    .isEqualTo(all.getSubcommands().keySet());
        }
        assertThat(Main.commandsFor().getSubcommands())
                .containsKeys("run", "why")
                .hasSizeGreaterThanOrEqualTo(Main.COMMANDS.size());
    }

    private static String usage(CommandLine commands, String name) {
        return Objects.requireNonNull(commands.getSubcommands().get(name)).getUsageMessage();
    }

    @Test
    void the_whole_names_every_command_and_what_it_does() {
        String help = Console.kit("--help").out();

        assertThat(help).contains("Usage: kit").containsPattern("run +Computes").containsPattern("why +Tells");
        requireEveryOptionIsDescribed(help);
    }

    /** An option or parameter stands alone on its line only if nothing is said about it. */
    private static void requireEveryOptionIsDescribed(String help) {
        List<String> lines = help.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean named = lines.get(i).matches("\\s{1,6}(-\\w, )?(--[\\w=-]+|[A-Z]+|\\[[A-Z]+])\\s*");
            boolean below = i + 1 < lines.size() && lines.get(i + 1).startsWith("                  ");
            assertThat(named && !below).as(lines.get(i)).isFalse();
        }
    }

    @Test
    void what_does_not_work_yet_is_not_in_the_help() {
        String help = Console.kit("run", "--help").out() + Console.kit("--help").out();

        assertThat(help).doesNotContain("--notify", "sensor ls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "run --version"})
    void the_version_is_that_of_the_build(String words) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        Console console = Console.kit((Object[]) words.split(" "));

        assertThat(console.exit()).isZero();
        assertThat(console.out()).isEqualTo("Orquesta " + version + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "why", "ls", "runs", "show", "logs", "rerun", "cancel", "clean", "serve"})
    void help_speaks_spanish_too(String command) {
        assumeThat(Main.class.getResource("/orquesta/help_es.properties")).isNotNull();
        String spanish = Console.in("es", command, "--help").out();
        String english = Console.kit(command, "--help").out();

        assertThat(spanish).contains("kit " + command, "./kit " + command + " ").doesNotContain("Example");
        assertThat(spanish.lines().findFirst()).isNotEqualTo(english.lines().findFirst());
    }
}
