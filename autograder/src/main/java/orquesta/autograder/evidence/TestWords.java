package orquesta.autograder.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Reply;
import orquesta.autograder.child.Wire;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.TestStory.Fate;
import orquesta.autograder.evidence.TestStory.Method;
import orquesta.autograder.evidence.TestStory.Values;
import orquesta.autograder.junit.TestReply;

/** Reads what a child says that runs tests. The child may be hostile: who does not know the secret is not believed. */
final class TestWords {
    private final String secret;

    TestWords(String secret) {
        this.secret = secret;
    }

    sealed interface Word {}

    record Plan(List<Method> methods, List<String> issues) implements Word {}

    record Started(String method) implements Word {}

    record Printed(String text) implements Word {}

    /** @param method the id of the method of the plan; empty for a class */
    record Finished(String id, String method, String sentence, boolean test, Fate fate) implements Word {}

    record Done() implements Word {}

    /** Nothing that comes after this is heard. */
    record Over(Ended end) implements Word {}

    Word read(DataInputStream frame) {
        try {
            int kind = frame.readByte();
            if (kind == Reply.STOPPED) {
                return new Over(
                        new Ended(Ending.STOPPED, Replies.places(frame).stream().findFirst()));
            } else if (!Wire.readWord(frame).equals(secret)) {
                throw new IOException("not the secret");
            }
            return switch (kind) {
                case TestReply.PLAN -> plan(frame);
                case TestReply.STARTED -> new Started(Wire.readWord(frame));
                case TestReply.PRINTED -> new Printed(Wire.readWord(frame));
                case TestReply.FINISHED -> finished(frame);
                case TestReply.DONE -> new Done();
                default -> throw new IOException("kind " + kind);
            };
        } catch (IOException e) {
            return new Over(new Ended(Ending.BROKEN, Optional.empty()));
        }
    }

    private static Plan plan(DataInputStream in) throws IOException {
        List<Method> methods = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            methods.add(new Method(Wire.readWord(in), Wire.readWord(in), Wire.readWord(in), Wire.readWord(in)));
        }
        List<String> issues = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            issues.add(Wire.readWord(in));
        }
        return new Plan(methods, issues);
    }

    private static Finished finished(DataInputStream in) throws IOException {
        return new Finished(Wire.readWord(in), Wire.readWord(in), Wire.readWord(in), in.readBoolean(), fate(in));
    }

    private static Fate fate(DataInputStream in) throws IOException {
        int outcome = in.readByte();
        return switch (outcome) {
            case TestReply.PASSED -> new TestStory.Passed();
            case TestReply.SKIPPED -> new TestStory.Skipped(Wire.readWord(in));
            case TestReply.FAILED, TestReply.BROKEN ->
                new TestStory.Failed(
                        outcome == TestReply.FAILED,
                        Wire.readWord(in),
                        Wire.readWord(in),
                        Replies.places(in),
                        values(in));
            default -> throw new IOException("outcome " + outcome);
        };
    }

    private static Optional<Values> values(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(new Values(value(in), value(in))) : Optional.empty();
    }

    private static Value value(DataInputStream in) throws IOException {
        @Nullable String type = Wire.readText(in);
        String text = Wire.readWord(in);
        return type == null ? Value.NULL : new Value(type, text);
    }
}
