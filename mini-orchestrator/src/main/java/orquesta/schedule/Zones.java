package orquesta.schedule;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import java.util.TreeSet;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** The zones that a schedule may name: those of this JDK's time-zone data, spelled exactly. */
public final class Zones {
    /** The zone of the course, Chile's: its wall clock counts where nobody names another. */
    public static final ZoneId COURSE = ZoneId.of("America/Santiago");

    private static final String OBSOLETE = "SystemV/";

    private Zones() {}

    /**
     * Finds a zone by its name.
     *
     * @throws UserException if this JDK knows none; names the version of its data, since zones are renamed and added
     */
    public static ZoneId of(String name) {
        Set<String> known = ZoneRulesProvider.getAvailableZoneIds(); // those of ZoneId, which copies them at each call
        if (known.contains(name) && !name.startsWith(OBSOLETE)) {
            return ZoneId.of(name);
        }
        Set<String> offered = new TreeSet<>(known);
        offered.removeIf(zone -> zone.startsWith(OBSOLETE));
        String near = Nearest.to(name, offered).orElse("America/Santiago");
        throw new UserException(name, "zone.unknown", name, near, dataVersion());
    }

    /** For example {@code 2025b}. */
    static String dataVersion() {
        return ZoneRulesProvider.getVersions("America/Santiago").lastKey();
    }
}
