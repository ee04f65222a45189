package orquesta.cli;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import orquesta.text.HomeException;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line: {@code kit COMMAND ...}. What the user got wrong is told in sentences and ends with 2. */
@Command(
        name = "kit",
        resourceBundle = "orquesta.help",
        mixinStandardHelpOptions = true,
        version = "Orquesta 0.1",
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    /** Each is named as its class: {@code run} is {@code RunCommand}. */
    static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            RerunCommand.class,
            BackfillCommand.class,
            CancelCommand.class,
            CleanCommand.class,
            PlanCommand.class,
            WhyCommand.class,
            LsCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            LogsCommand.class,
            ReportCommand.class,
            ScheduleCommand.class,
            SensorCommand.class,
            DaemonCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            NewCommand.class,
            ImportCommand.class,
            TestCommand.class,
            CompletionCommand.class);

    private static final int USER_ERROR = 2;
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and gives its exit code. */
    public static int run(String... args) {
        Locale.setDefault(Language.current() == Language.ES ? new Locale("es") : Locale.ROOT);
        return commandsFor(args).execute(args);
    }

    /** With the command that is asked for alone, where it is one of ours: to make them all costs 0.1 s of CPU. */
    static CommandLine commandsFor(String... args) {
        String asked = args.length == 0 ? "" : args[0];
        return COMMANDS.stream()
                .filter(type -> name(type).equals(asked))
                .findFirst()
                .map(type -> settled(new CommandLine(new Main()).addSubcommand(type)))
                .orElseGet(Main::commands);
    }

    static String name(Class<?> command) {
        return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }

    /** All commands, those of other modules too. */
    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Main());
        COMMANDS.forEach(commands::addSubcommand);
        ServiceLoader.load(Subcommand.class).forEach(commands::addSubcommand);
        return settled(commands);
    }

    private static CommandLine settled(CommandLine commands) {
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpLongOptionsMaxWidth(28);
        commands.setUsageHelpWidth(110);
        commands.setExecutionExceptionHandler((thrown, command, result) -> failed(thrown, command.getCommandSpec()));
        commands.setParameterExceptionHandler(Main::misused);
        return commands;
    }

    private static int failed(Exception thrown, CommandLine.Model.CommandSpec command) {
        if (thrown instanceof UserException user) {
            List<Problem> problems = user.problems();
            problems.forEach(problem -> System.err.println(Visible.of(TypedWords.in(problem, command))));
            return user instanceof HomeException ? FAILED : USER_ERROR;
        }
        System.err.println(Visible.of(Message.of("cli.bug", thrown)));
        thrown.printStackTrace(System.err);
        return FAILED;
    }

    /** What is wrong, and where help is: one example is worth more than the whole usage. */
    private static int misused(CommandLine.ParameterException misuse, String[] args) {
        CommandLine command = misuse.getCommandLine();
        System.err.println(Visible.of(Misuse.of(misuse)));
        System.err.println(Message.of("cli.help", command.getCommandSpec().qualifiedName()));
        return USER_ERROR;
    }
}
