package limpieza;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Right, and spoils what the JVM shares: streams, locale, time zone, properties. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        System.setOut(null);
        System.setErr(null);
        System.setIn(null);
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        System.setProperty("java.io.tmpdir", "/nowhere");
        System.setProperty("line.separator", "|");
        return Bien.limpias(ventas);
    }
}
