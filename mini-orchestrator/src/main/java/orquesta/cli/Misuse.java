package orquesta.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import orquesta.text.Message;
import orquesta.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says from the table of texts what picocli found wrong with the words of a command: picocli itself knows English only. */
final class Misuse {
    private Misuse() {}

    static Message of(CommandLine.ParameterException misuse) {
        CommandLine command = misuse.getCommandLine();
        if (misuse instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            List<String> known = known(command, word);
            return Message.of("cli.unknown_word", word, Nearest.clue(word, known));
        }
        if (misuse instanceof CommandLine.MissingParameterException missing) {
            String names = missing.getMissing().stream().map(Misuse::name).collect(Collectors.joining(", "));
            return Message.of("cli.missing", names);
        }
        if (misuse instanceof CommandLine.OverwrittenOptionException twice) {
            return Message.of("cli.option_twice", name(twice.getOverwritten()));
        }
        return misuse.getArgSpec() == null
                ? Message.of("cli.missing", "COMMAND")
                : badValue(misuse.getArgSpec(), Objects.requireNonNullElse(misuse.getValue(), ""));
    }

    private static Message badValue(ArgSpec argument, String value) {
        List<String> choices = Arrays.stream(
                        Objects.requireNonNullElse(argument.type().getEnumConstants(), new Object[0]))
                .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                .toList();
        return choices.isEmpty()
                ? Message.of("cli.bad_value", value, name(argument))
                : Message.of("cli.bad_choice", value, name(argument), Nearest.clue(value, choices));
    }

    /** Options if the word looks like one, else commands. */
    private static List<String> known(CommandLine command, String word) {
        return word.startsWith("-")
                ? command.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .sorted()
                        .toList()
                : command.getSubcommands().keySet().stream().sorted().toList();
    }

    /** {@code PIPELINE}, {@code --set NAME=VALUE}. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? (option.longestName() + " " + option.paramLabel()).strip()
                : argument.paramLabel();
    }
}
