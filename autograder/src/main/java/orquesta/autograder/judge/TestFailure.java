package orquesta.autograder.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.evidence.TestStory.Failed;
import orquesta.autograder.evidence.TestStory.Values;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/** What a test that failed says, line by line: the two values where it has them, else the beginning of its words. */
public final class TestFailure {
    private static final int MOST_LINES = 12;
    private static final int LONGEST = 200;
    /** A folder of {@code @TempDir}: it has another name each time, and who is graded again must read the same. */
    private static final Pattern FOLDER = Pattern.compile("junit-?\\d{6,}");

    private TestFailure() {}

    /** Of an assertion. */
    public static List<Message> said(Failed failed) {
        return failed.values()
                .filter(TestFailure::isShort)
                .map(values -> values(failed, values))
                .orElseGet(() -> words(failed));
    }

    /** What was thrown that is no assertion: its own words. */
    public static List<Message> thrown(Failed failed) {
        return failed.message().isBlank() ? List.of() : List.of(Message.of("diff.message", line(failed.message())));
    }

    /**
     * How a test ended that did not come to its end.
     *
     * @param seconds that it may take
     */
    public static Message ended(Ended end, int seconds) {
        if (end.how() == Ending.TOO_SLOW || end.how() == Ending.NO_TIME_LEFT) {
            return Message.of("tests.too_slow", seconds);
        } else if (end.how() == Ending.TOO_LONG) {
            return Message.of("tests.too_many");
        }
        String key = "ending." + end.how().name().toLowerCase(Locale.ROOT);
        return Message.of(key, end.place().map(Place::toString).orElse("?"));
    }

    private static List<Message> words(Failed failed) {
        List<String> lines =
                failed.message().lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of(Message.of("tests.no_words"));
        }
        List<Message> said = new ArrayList<>();
        lines.stream().limit(MOST_LINES).forEach(line -> said.add(Message.of("tests.said", plain(line))));
        if (lines.size() > MOST_LINES) {
            said.add(Message.of("tests.said", "…"));
        }
        return said;
    }

    private static List<Message> values(Failed failed, Values values) {
        List<Message> said = new ArrayList<>();
        String message = failed.message().strip().replaceAll("\\s+", " ");
        String own = ownWords(message);
        if (!own.isBlank()) {
            said.add(Message.of("tests.said", plain(own)));
        }
        String expected = shown(values.expected(), message);
        String came = shown(values.actual(), message);
        boolean alike = expected.equals(came);
        said.add(Message.of("tests.expected", alike ? expected + type(values.expected()) : expected));
        said.add(Message.of("tests.came", alike ? came + type(values.actual()) : came));
        return said;
    }

    /** What the test says of itself before its values: AssertJ's {@code [as]}, JUnit's {@code message ==>}. */
    private static String ownWords(String message) {
        int arrow = message.indexOf(" ==> ");
        if (arrow >= 0) {
            return message.substring(0, arrow);
        }
        return message.startsWith("[") ? message.substring(0, message.indexOf(']') + 1) : "";
    }

    private static boolean isShort(Values values) {
        return !text(values.expected()).contains("\n") && !text(values.actual()).contains("\n");
    }

    /** A text stands in quotes, so that its blanks are seen: AssertJ has put them there, JUnit has not. */
    private static String shown(Value value, String message) {
        if (value.isNull()) {
            return "null";
        }
        String text = text(value);
        boolean bare = value.type().equals("java.lang.String")
                && message.contains("<" + text.strip().replaceAll("\\s+", " ") + ">");
        return plain(bare ? '"' + text + '"' : text);
    }

    private static String text(Value value) {
        return value.text() == null ? "" : value.text();
    }

    private static String type(Value value) {
        return value.isNull() ? "" : " (" + value.type() + ")";
    }

    private static String line(String text) {
        return plain(text.strip().replaceAll("\\s+", " "));
    }

    /** Short, and without characters that could move or colour a terminal. */
    private static String plain(String text) {
        String same = FOLDER.matcher(text).replaceAll("junit-…");
        return ShortTexts.cut(same, LONGEST).replaceAll("[\\p{Cc}\\p{Cf}]", "·");
    }
}
