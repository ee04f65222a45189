package orquesta.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.TriggerId;
import orquesta.explain.Why;
import orquesta.store.AlertQueries;
import orquesta.store.CleanedValues;
import orquesta.store.History;
import orquesta.text.Message;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit why}: the chain of causes of a state, down to its root. */
@Command(name = "why", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ASSET", descriptionKey = "step")
    String step = "";

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "run")
    @Nullable
    Long run;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try (Orchestrator orchestrator = home.look()) {
            History history = orchestrator.history();
            Task task = home.choice(orchestrator).task(step);
            RunRecord found = home.choice(orchestrator).run(run, task);
            Why.of(history.story(found.id()), task)
                    .forEach(sentence -> System.out.println(Visible.of("• " + home.withHome(sentence))));
            Optional.ofNullable(new CleanedValues(history).of(found.id()).get(task.judged()))
                    .ifPresent(gone -> System.out.println("• " + Visible.of(task.judged() + ": " + gone.said())));
            new AlertQueries(history)
                    .told(found.id().number(), found.id().number())
                    .forEach(told -> System.out.println("• " + said(told)));
            return 0;
        }
    }

    private static Message said(AlertQueries.ToldRun told) {
        return Message.of(
                "alert.line",
                ((TriggerId) told.alert().subject()).name(),
                ((Fact.Alerted) told.alert().fact()).reason());
    }
}
