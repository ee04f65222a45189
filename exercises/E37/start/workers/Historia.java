package workers;

import java.util.List;
import java.util.Map;

/**
 * What came of a night. Given; do not change it.
 *
 * @param tablero the lines of the board at the end
 * @param dosVeces what you say of work that is done twice
 */
public record Historia(List<Suceso> sucesos, Map<String, String> tablero, String dosVeces) {}
