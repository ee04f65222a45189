package orquesta.autograder.batch;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;

/** The order of results: by name as a class list is sorted in the language of the reports, Íñigo under i. */
final class ClassList {
    /** Letters with a stroke, which Java's collation puts after z, and what one looks for them under. */
    private static final String STROKE = "ŁłØøĐđ";

    private static final String PLAIN = "LlOoDd";

    private ClassList() {}

    static Comparator<GradeResult> of(Language language) {
        Collator names = Collator.getInstance(Locale.forLanguageTag(language.code()));
        return Comparator.comparing(
                        (GradeResult result) -> plain(result.subject().submission()), names::compare)
                .thenComparing(result -> result.subject().submission())
                .thenComparing(result -> result.subject().exercise());
    }

    private static String plain(String name) {
        String plain = name;
        for (int i = 0; i < STROKE.length(); i++) {
            plain = plain.replace(STROKE.charAt(i), PLAIN.charAt(i));
        }
        return plain;
    }
}
