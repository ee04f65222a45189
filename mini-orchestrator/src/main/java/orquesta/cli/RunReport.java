package orquesta.cli;

import orquesta.RunResult;
import orquesta.draw.StateSign;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Visible;

/** What a command that runs says at its end. */
final class RunReport {
    private RunReport() {}

    /** Prints how the run ended, as a table or as JSON, and gives the exit code. */
    static int of(RunResult result, boolean json) {
        System.out.println(json ? Json.write(Json.run(result)) : Visible.of(summary(result, inWindow())));
        return result.exit();
    }

    @SuppressWarnings(
            "SystemConsoleNull") // ./kit starts 22 to 24 with the console of 17 and 25, which is null without one
    private static boolean inWindow() {
        return System.console() != null;
    }

    /** In a window each step is one line; who reads a file or a pipe gets reasons whole, since he searches them. */
    private static String summary(RunResult result, boolean inWindow) {
        TextTable table = new TextTable(
                Message.of("cli.step").toString(),
                Message.of("cli.state").toString(),
                Message.of("cli.rows").toString(),
                "ms",
                Message.of("cli.reason").toString());
        if (!inWindow) {
            table.cutNoMore();
        }
        for (StepRecord step : result.steps()) {
            table.row(
                    step.task().text(),
                    StateSign.of(step.state()),
                    count(step.rows()),
                    count(step.times().millis()),
                    step.reason());
        }
        String last = Message.of(
                        "cli.run_ended",
                        result.run().id(),
                        StateSign.of(State.parse(result.run().status().text())),
                        result.run().reason())
                .toString();
        return endedAsOne(result) ? last : "\n" + table + "\n\n" + last;
    }

    /** Whether each step ended for the reason that the run itself gives: a table would say it once a step. */
    private static boolean endedAsOne(RunResult result) {
        String reason = result.run().reason().toString();
        return result.steps().stream().allMatch(step -> step.reason().toString().equals(reason));
    }

    /** Nothing for what was not counted. */
    private static String count(long number) {
        return number < 0 ? "" : Language.current().count(number);
    }
}
