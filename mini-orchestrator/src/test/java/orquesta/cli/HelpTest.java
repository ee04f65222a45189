package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code --help} of each command says. */
@Tag("once")
class HelpTest {
    private static final Map<String, Console> HELP = new HashMap<>();
    /** To make them takes longer than to read a line with them. */
    private static final CommandLine ALL = Main.commands();

    /** Every command of ours, and those below it: {@code run}, {@code schedule}, {@code schedule next}. */
    static Stream<String> commands() {
        return Main.COMMANDS.stream()
                .map(Main::name)
                .flatMap(name -> Stream.concat(
                        Stream.of(name),
                        below(ALL, name).getSubcommands().keySet().stream().map(sub -> name + " " + sub)));
    }

    private static CommandLine below(CommandLine commands, String words) {
        CommandLine found = commands;
        for (String word : words.split(" ")) {
            found = Objects.requireNonNull(found.getSubcommands().get(word), word);
        }
        return found;
    }

    /** Each is asked for once: several tests read the same. */
    private static Console help(String language, String command) {
        return HELP.computeIfAbsent(
                language + " " + command, asked -> Console.in(language, (Object[]) (command + " --help").split(" ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_help_with_one_worked_example(String command) {
        Console console = help("en", command);

        assertThat(console.exit()).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("Usage: kit " + command, "Example:  ./kit " + command);
        requireEveryOptionIsDescribed(console.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_worked_example_is_understood(String command) {
        String example = help("en", command)
                .out()
                .lines()
                .filter(line -> line.contains("Example:  ./kit "))
                .findFirst()
                .orElseThrow();
        String[] words = example.substring(example.indexOf("./kit ") + 6).split(" (?=([^\"]*\"[^\"]*\")*[^\"]*$)");

        CommandLine.ParseResult parsed = ALL.parseArgs(words);

        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(command.split(" ")[0]);
        assertThat(parsed.errors()).isEmpty();
    }

    @Test
    void who_names_a_command_gets_that_one_alone_and_its_help_is_the_same() {
        for (Class<?> type : Main.COMMANDS) {
            CommandLine one = Main.commandsFor(Main.name(type), "--help");

            assertThat(one.getSubcommands()).containsOnlyKeys(Main.name(type));
            assertThat(usage(one, Main.name(type))).isEqualTo(usage(ALL, Main.name(type)));
        }
        for (String other : List.of("corre", "--help", "data")) {
            assertThat(Main.commandsFor(other).getSubcommands().keySet())
                    .isEqualTo(ALL.getSubcommands().keySet());
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

    /** Words of the design for what is not built: no command of this name, and none of these options on any. */
    @ParameterizedTest
    @ValueSource(strings = {"diff", "export", "contrib", "--notify", "--as-double", "--at-seq"})
    void what_does_not_work_yet_is_not_in_the_help(String word) {
        String all = commands().map(command -> help("en", command).out()).collect(Collectors.joining())
                + Console.kit("--help").out();

        assertThat(all).doesNotContainPattern("(?m)(^ +|[ ,\\[])" + word + "\\b(?!-)");
        assertThat(Console.kit(word).exit()).isEqualTo(2);
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
    @MethodSource("commands")
    void help_speaks_spanish_too(String command) {
        String spanish = help("es", command).out();
        String english = help("en", command).out();

        assertThat(spanish).contains("kit " + command, "./kit " + command).doesNotContain("Example");
        assertThat(spanish.lines().findFirst()).isNotEqualTo(english.lines().findFirst());
    }
}
