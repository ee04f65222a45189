package orquesta.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code kit completion}: prints what a shell needs to complete commands and options with Tab. */
@Command(name = "completion", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** The commands of the first stage, which is not Java: {@code up=--port,--no-browser}. It names them itself. */
    @Option(names = "--beside", hidden = true)
    List<String> beside = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine commands = Main.commands();
        for (String other : beside) {
            String[] parts = other.split("=", 2);
            if (!commands.getSubcommands().containsKey(parts[0])) {
                commands.addSubcommand(parts[0], command(parts.length > 1 ? parts[1].split(",") : new String[0]));
            }
        }
        System.out.print(AutoComplete.bash("kit", commands));
        return 0;
    }

    private static CommandSpec command(String... options) {
        CommandSpec command = CommandSpec.create();
        for (String option : options) {
            if (!option.isEmpty()) {
                command.addOption(OptionSpec.builder(option).build());
            }
        }
        return command;
    }
}
