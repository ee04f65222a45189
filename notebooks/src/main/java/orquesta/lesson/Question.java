package orquesta.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** @param hint for a value that is none of the options; may be empty */
record Question(Kind kind, String text, String hint, List<Option> options) {
    enum Kind {
        /** One of the options is right. */
        @JsonProperty("choice")
        CHOICE,
        /** Several of the options are right, and all of them are asked for. */
        @JsonProperty("several")
        SEVERAL,
        /** The answer is a number or a word; the options are not shown. */
        @JsonProperty("value")
        VALUE
    }

    Question {
        options = List.copyOf(options);
    }

    static String letter(int option) {
        return String.valueOf((char) ('a' + option));
    }

    /** The question and, where there is something to choose from, its options by letter. */
    String shown() {
        return kind == Kind.VALUE
                ? text
                : IntStream.range(0, options.size())
                        .mapToObj(i ->
                                "- **" + letter(i) + ")** " + options.get(i).text())
                        .collect(Collectors.joining("\n", text + "\n\n", ""));
    }
}
