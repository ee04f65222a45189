package orquesta.autograder.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Plain;
import orquesta.autograder.child.Reply;
import orquesta.autograder.child.Thrown;
import orquesta.autograder.child.Wire;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;

/** Reads what a child says. The child may be hostile: whatever breaks the format is {@link Ending#BROKEN}. */
final class Replies {
    private static final Pattern OTHERS = Pattern.compile(
            "(java|javax|jdk|sun|com\\.sun|orquesta|org\\.junit|org\\.assertj|org\\.opentest4j|net\\.bytebuddy)\\.");

    /** A name of a source, as the code says it. */
    private static final Pattern FILE = Pattern.compile("[^\\p{Cc}\\p{Cf}/\\\\]{1,200}");

    private Replies() {}

    static boolean isHello(DataInputStream frame) throws IOException {
        return frame.readByte() == Reply.HELLO;
    }

    static Evidence read(DataInputStream frame) {
        try {
            int kind = frame.readByte();
            return switch (kind) {
                case Reply.TABLE -> new Evidence.Table(words(frame), rows(frame), rows(frame));
                case Reply.THREW -> new Evidence.Threw(word(frame), word(frame), place(frame));
                case Reply.RETURNED -> returned(frame);
                case Reply.FAILED -> failed(frame);
                case Reply.NO_LIST -> new Evidence.NoList(word(frame));
                case Reply.NO_ENTRY -> new Evidence.NoEntry(word(frame));
                case Reply.TOO_LONG -> new Evidence.Ended(Ending.TOO_LONG, Optional.empty());
                case Reply.STOPPED -> new Evidence.Ended(Ending.STOPPED, place(frame));
                default -> throw new IOException("kind " + kind);
            };
        } catch (IOException e) {
            return new Evidence.Ended(Ending.BROKEN, Optional.empty());
        }
    }

    private static Evidence returned(DataInputStream in) throws IOException {
        @Nullable Object value = PlainValues.heard(Plain.read(in));
        List<@Nullable Object> after = new ArrayList<>();
        Plain.readAll(in).forEach(each -> after.add(PlainValues.heard(each)));
        return new Evidence.Returned(new Outcome.Returned(value), after);
    }

    private static Evidence failed(DataInputStream in) throws IOException {
        String type = word(in);
        String message = word(in);
        Optional<Place> place = place(in);
        List<String> types = words(in);
        Map<String, @Nullable Object> kept =
                PlainValues.heard(Plain.read(in)) instanceof Fields fields ? fields.values() : Map.of();
        return new Evidence.Failed(type, new Outcome.Threw(types, message, kept), place);
    }

    static List<String> words(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            words.add(word(in));
        }
        return words;
    }

    static List<List<Value>> rows(DataInputStream in) throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            List<Value> row = new ArrayList<>();
            for (int values = Wire.readCount(in); values > 0; values--) {
                row.add(value(in));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Value value(DataInputStream in) throws IOException {
        @Nullable String type = bounded(Wire.readText(in));
        return type == null ? Value.NULL : new Value(type, bounded(Wire.readText(in)));
    }

    /** Our child cuts texts; a longer one is forged, and judging it could take for ever. */
    private static @Nullable String bounded(@Nullable String text) throws IOException {
        if (text != null && text.length() > Thrown.LONGEST_TEXT + 1) {
            throw new IOException("a text of " + text.length());
        }
        return text;
    }

    private static String word(DataInputStream in) throws IOException {
        String word = bounded(Wire.readText(in));
        return word == null ? "" : word;
    }

    /** The topmost line that is neither the JDK's nor ours. */
    private static Optional<Place> place(DataInputStream in) throws IOException {
        return places(in).stream().findFirst();
    }

    /** The lines that are neither the JDK's nor ours, from the top. */
    static List<Place> places(DataInputStream in) throws IOException {
        List<Place> found = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            String type = word(in);
            String file = word(in);
            int line = in.readInt();
            boolean theirs =
                    !OTHERS.matcher(type).lookingAt() && FILE.matcher(file).matches();
            if (theirs && line > 0) {
                found.add(new Place(file, line));
            }
        }
        return found;
    }
}
