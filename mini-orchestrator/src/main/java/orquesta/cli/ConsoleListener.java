package orquesta.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import orquesta.draw.StateSign;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.explain.Why;
import orquesta.run.RunListener;
import orquesta.text.Message;
import orquesta.text.Visible;

/** Tells a run as it goes on: one line for each step that ends, and the first lines that each prints. */
final class ConsoleListener implements RunListener {
    private static final int LINES_SHOWN = 20;

    private final PrintStream out;
    private final Map<String, Integer> shown = new TreeMap<>();

    private final Path root;
    private final Path home;

    /**
     * @param out where to; the stream of the process itself, since that of the system is captured while steps run
     * @param root where relative paths of the pipeline start
     */
    ConsoleListener(PrintStream out, Path root, Path home) {
        this.out = out;
        this.root = root;
        this.home = home;
    }

    @Override
    public void happened(Event event) {
        if (event.fact() instanceof Fact.RunStarted started) {
            Message asked = Why.asked(started.selection());
            String name = event.run().pipeline();
            out.println(
                    Visible.of(Message.of("cli.run_started_at", event.run(), name, asked, started.date(), root, home)));
        } else if (event.fact() instanceof Fact.StepChanged changed && event.task() != null && isTold(changed)) {
            out.printf(
                    "  %-18s %s: %s%n",
                    StateSign.of(changed.state()), event.task().text(), Visible.of(changed.reason()));
        }
    }

    /**
     * An end, unless it is that of the whole run, which is told once; or a wait that is none of the plan's: for the next
     * attempt, another run, a pool.
     */
    private static boolean isTold(Fact.StepChanged changed) {
        return switch (changed.reason().key()) {
            case "run.abandoned" -> false;
            case "step.waits" -> changed.state().isEnd();
            default -> changed.state().isEnd() || changed.state() == State.WAITING;
        };
    }

    @Override
    public synchronized void printed(String step, String text) {
        String who = step.isEmpty() ? "run" : step;
        for (String line : text.split("\n")) {
            int count = shown.merge(step, 1, Integer::sum);
            if (count <= LINES_SHOWN) {
                out.println("    " + who + " | " + Visible.of(line));
            } else if (count == LINES_SHOWN + 1) {
                out.println("    " + who + " | " + Message.of("cli.more_output"));
            }
        }
    }
}
