package orquesta.notebook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * What a whole cell may take.
 *
 * @param problems what was wrong with the wish; then the limit is the usual one
 */
record CellLimit(Duration duration, List<Message> problems) {
    private static final int USUAL = 120;

    /** Reads {@code ORQUESTA_CELL_SECONDS}. */
    static CellLimit of(@Nullable String seconds) {
        if (seconds == null || seconds.isBlank()) {
            return new CellLimit(Duration.ofSeconds(USUAL), List.of());
        }
        if (seconds.strip().matches("[1-9]\\d{0,5}")) {
            return new CellLimit(Duration.ofSeconds(Integer.parseInt(seconds.strip())), List.of());
        }
        return new CellLimit(Duration.ofSeconds(USUAL), List.of(Message.of("kernel.seconds", seconds, USUAL)));
    }
}
