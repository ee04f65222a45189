package orquesta.cli;

import java.util.concurrent.Callable;
import orquesta.Orchestrator;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.text.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kit cancel}: asks that a run be stopped, whichever process does it, and waits a moment for its end. */
@Command(name = "cancel", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final int LOOKS = 80;

    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "cancelled")
    long run;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        try (Orchestrator orchestrator = home.look()) {
            home.choice(orchestrator).run(run);
            orchestrator.cancel(run, "./kit cancel " + run);
            for (int look = 0; look < LOOKS; look++) {
                RunRecord found = home.choice(orchestrator).run(run);
                if (found.status() != RunStatus.RUNNING) {
                    System.out.println(
                            Message.of("cancel.done", run, found.status().text()));
                    return 0;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            System.out.println(Message.of("cancel.asked", run));
            return 0;
        }
    }
}
