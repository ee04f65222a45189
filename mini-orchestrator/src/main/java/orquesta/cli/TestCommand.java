package orquesta.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import orquesta.load.Checkout;
import orquesta.load.DefinitionLoader;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kit test PIPELINE}: the JUnit tests beside the sources of a pipeline, with JUnit's own report. */
@Command(name = "test", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private static final int FRAMES_SHOWN = 10;

    @Parameters(index = "0", paramLabel = "PIPELINE", descriptionKey = "pipeline")
    String pipeline = "";

    @Override
    public Integer call() {
        Checkout checkout = HomeOption.checkout();
        Path folder = checkout.pipeline(pipeline);
        System.setProperty("orquesta.pipeline", folder.toString());
        List<Class<?>> tests = new DefinitionLoader(checkout.cache(checkout.home(null, folder))).tests(folder);
        TestExecutionSummary summary = run(tests);
        if (summary.getTestsFoundCount() == 0) {
            throw new UserException(pipeline, "test.none", folder);
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        summary.printFailuresTo(out, FRAMES_SHOWN);
        summary.printTo(out);
        return summary.getTotalFailureCount() == 0 ? 0 : 1;
    }

    private static TestExecutionSummary run(List<Class<?>> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream().map(DiscoverySelectors::selectClass).toList())
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
