package orquesta.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The known name with the fewest edits, if that is at most a third of its length (and at least two are allowed). */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> edits(name, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> edits(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What helps somebody who gave an unknown name: the nearest known one, if one is near, and all that there are. */
    public static Message clue(String name, Collection<String> known) {
        return to(name, known)
                .map(near -> Message.of("names.near", near, String.join(", ", known)))
                .orElseGet(() -> among(known));
    }

    /** All that there are. */
    public static Message among(Collection<String> known) {
        return known.isEmpty() ? Message.of("names.none") : Message.of("names.are", String.join(", ", known));
    }

    /** Levenshtein's distance, in characters. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
