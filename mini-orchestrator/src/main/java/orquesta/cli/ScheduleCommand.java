package orquesta.cli;

import picocli.CommandLine.Command;

/** {@code kit schedule}: when schedules fire, and whether they do. */
@Command(
        name = "schedule",
        resourceBundle = "orquesta.help",
        mixinStandardHelpOptions = true,
        subcommands = {NextCommand.class})
final class ScheduleCommand {}
