package orquesta.crontab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a crontab that runs something.
 *
 * @param number its number in the file, from 1
 * @param expression when: five fields, or a name such as {@code @daily}
 * @param zone whose wall clock is meant
 * @param command what the shell gets
 * @param input what the command reads on its standard input: what stood after the first {@code %}
 * @param variables those that the file had set by then
 */
public record CrontabLine(
        int number, String expression, String zone, String command, String input, Map<String, String> variables) {
    public CrontabLine {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
