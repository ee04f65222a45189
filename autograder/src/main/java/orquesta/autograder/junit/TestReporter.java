package orquesta.autograder.junit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import orquesta.autograder.child.Thrown;
import orquesta.autograder.child.Wire;

/** Tells the controller which tests there are, and of each what became of it. */
final class TestReporter implements TestExecutionListener {
    private final TestPlan plan;
    private final FrameChannel channel;
    private final Printed printed;

    TestReporter(TestPlan plan, FrameChannel channel, Printed printed) {
        this.plan = plan;
        this.channel = channel;
        this.printed = printed;
    }

    /** The methods that JUnit has found; those with parameters become several tests only when they run. */
    void tellPlan(List<String> issues) {
        List<TestIdentifier> methods = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(id -> source(id, MethodSource.class).isPresent())
                .toList();
        channel.send(TestReply.PLAN, out -> {
            out.writeInt(methods.size());
            for (TestIdentifier id : methods) {
                MethodSource method = source(id, MethodSource.class).orElseThrow();
                Wire.writeText(out, id.getUniqueId());
                Wire.writeText(out, method.getClassName());
                Wire.writeText(out, method.getMethodName());
                Wire.writeText(out, sentence(id));
            }
            out.writeInt(issues.size());
            for (String issue : issues) {
                Wire.writeText(out, issue);
            }
        });
    }

    @Override
    public void executionStarted(TestIdentifier id) {
        if (isBelowClass(id)) {
            printed.begin();
            channel.send(TestReply.STARTED, out -> Wire.writeText(out, method(id)));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier id, String reason) {
        printed.begin();
        finished(id, out -> {
            out.writeByte(TestReply.SKIPPED);
            Wire.writeText(out, reason);
        });
    }

    /** A class of tests, or a method of several, is told of only where it has failed as a whole. */
    @Override
    public void executionFinished(TestIdentifier id, TestExecutionResult result) {
        boolean ignored = Thread.interrupted(); // the next test begins without a mark that this one has left
        printed.flush();
        Optional<Throwable> thrown = result.getThrowable();
        if (thrown.isEmpty() && (id.isTest() || source(id, MethodSource.class).isPresent())) {
            finished(id, out -> out.writeByte(TestReply.PASSED));
        } else if (thrown.isPresent() && result.getStatus() == TestExecutionResult.Status.ABORTED) {
            finished(id, out -> {
                out.writeByte(TestReply.SKIPPED);
                Wire.writeText(out, Thrown.message(thrown.get()));
            });
        } else if (thrown.isPresent()) {
            finished(id, out -> Failure.write(out, thrown.get()));
        }
    }

    private void finished(TestIdentifier id, Wire.Content outcome) {
        channel.send(TestReply.FINISHED, out -> {
            writeNames(out, id);
            outcome.writeTo(out);
        });
    }

    private void writeNames(DataOutputStream out, TestIdentifier id) throws IOException {
        Wire.writeText(out, id.getUniqueId());
        Wire.writeText(out, isBelowClass(id) ? method(id) : "");
        Wire.writeText(out, sentence(id));
        out.writeBoolean(id.isTest());
    }

    /** The method of the plan that a test belongs to: itself, or the one that made it while it ran. */
    private String method(TestIdentifier id) {
        TestIdentifier at = id;
        for (TestIdentifier above = parent(at); above != null && isBelowClass(above); above = parent(at)) {
            at = above;
        }
        return at.getUniqueId();
    }

    /** Neither the engine nor a class: a method, or what a method has made. */
    private boolean isBelowClass(TestIdentifier id) {
        return parent(id) != null && source(id, ClassSource.class).isEmpty();
    }

    private static <T extends TestSource> Optional<T> source(TestIdentifier id, Class<T> kind) {
        return id.getSource().filter(kind::isInstance).map(kind::cast);
    }

    /** The names from below the outermost class down to the test; that class has its own alone. */
    private String sentence(TestIdentifier id) {
        List<String> names = new ArrayList<>();
        for (TestIdentifier at = id; at != null && parent(at) != null; at = parent(at)) {
            names.add(0, at.getDisplayName());
        }
        return String.join(" › ", names.subList(names.size() > 1 ? 1 : 0, names.size()));
    }

    private @Nullable TestIdentifier parent(TestIdentifier id) {
        return plan.getParent(id).orElse(null);
    }
}
