package orquesta.cli;

import picocli.CommandLine.Command;

/** {@code kit demo}: what the course tells, to be watched. */
@Command(
        name = "demo",
        resourceBundle = "orquesta.help",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "DEMO",
        subcommands = {CronDemoCommand.class})
final class DemoCommand {}
