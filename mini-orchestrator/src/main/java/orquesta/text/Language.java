package orquesta.text;

import java.util.Locale;

/** The languages that the kit speaks. */
public enum Language {
    EN,
    ES;

    /** The language of this process: {@code ORQUESTA_LANG} ({@code en} or {@code es}), else that of the locale, else English. */
    public static Language current() {
        String wanted = System.getProperty("orquesta.lang", System.getenv("ORQUESTA_LANG"));
        if (wanted == null || wanted.isBlank()) {
            wanted = Locale.getDefault().getLanguage();
        }
        return wanted.toLowerCase(Locale.ROOT).startsWith("es") ? ES : EN;
    }

    /** {@code en} or {@code es}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A count with its thousands set off: 4,821 in English, 4.821 in Chile. */
    public String count(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number)); // a format takes ten times as long
        int first = number < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, this == ES ? '.' : ',');
        }
        return digits.toString();
    }
}
