package orquesta.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * One thing to do in front of the room.
 *
 * @param condition a variable of the environment without which the step is left out; empty if it is always done
 */
public record CardStep(Message text, String condition, Typed typed, Look look) {
    /**
     * What the teacher types.
     *
     * @param terminal 1, or the number of another that is opened for it; what is typed there begins once the last has ended
     * @param edit what is changed in a file before the command
     * @param command what to paste; empty for nothing
     * @param goesOn whether the command goes on while the next steps are done in other terminals
     */
    public record Typed(int terminal, Optional<CardEdit> edit, String command, boolean goesOn) {}

    /**
     * What the room sees.
     *
     * @param page the path of a page; empty where it is the terminal
     * @param lines by language; {@code …} stands for anything
     */
    public record Look(String page, Map<Language, List<String>> lines) {
        public Look {
            lines = Map.copyOf(lines);
        }

        public List<String> lines(Language language) {
            return lines.getOrDefault(language, List.of());
        }
    }
}
