package orquesta.demo;

import java.util.Arrays;
import java.util.List;

/**
 * What a crontab can be helped with.
 *
 * @param flock each line runs under one lock: it waits while another has it
 * @param chain the three programs are one line, joined by {@code &&}: each begins once the one before has ended with 0
 */
public record CronHelp(boolean flock, boolean chain) {
    public static final CronHelp NONE = new CronHelp(false, false);

    /** The lines of the crontab. */
    List<CronLine> lines() {
        List<Program> all = List.of(Program.values());
        return chain
                ? List.of(new CronLine(all.get(0).line(), all))
                : Arrays.stream(Program.values())
                        .map(program -> new CronLine(program.line(), List.of(program)))
                        .toList();
    }

    /** The crontab as it is written. */
    List<String> crontab() {
        return lines().stream().map(line -> line.text(flock)).toList();
    }
}
