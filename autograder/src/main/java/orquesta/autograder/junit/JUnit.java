package orquesta.autograder.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** JUnit with its one engine and our listener: nothing that lies on the class path, or in a property, registers itself. */
final class JUnit {
    private static final LauncherConfig NOTHING_BY_ITSELF = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private final List<ClassSelector> classes;
    private final Set<String> without;
    private final List<String> issues = new ArrayList<>();

    JUnit(List<ClassSelector> classes, Set<String> without) {
        this.classes = classes;
        this.without = without;
    }

    void run(FrameChannel channel, Printed printed) {
        Launcher launcher = LauncherFactory.create(NOTHING_BY_ITSELF);
        TestPlan plan = launcher.discover(request());
        TestReporter reports = new TestReporter(plan, channel, printed);
        reports.tellPlan(issues);
        launcher.execute(plan, reports);
    }

    private LauncherDiscoveryRequest request() {
        PostDiscoveryFilter asked = test ->
                FilterResult.includedIf(!without.contains(test.getUniqueId().toString()));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes)
                .filters(asked)
                .listeners(new LauncherDiscoveryListener() {
                    @Override
                    public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
                        issues.add(issue.message());
                    }
                })
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.displayname.generator.default", Sentences.class.getName())
                .build();
    }
}
