package orquesta.demo;

import java.util.Locale;

/** The three programs of every night, in the order in which they are meant. */
enum Program {
    DESCARGAR("", "ventas", "10 0 * * *"),
    LIMPIAR("ventas", "limpias", "40 0 * * *"),
    REPORTAR("limpias", "informe", "30 1 * * *");

    private final String reads;
    private final String makes;
    private final String line;

    Program(String reads, String makes, String line) {
        this.reads = reads;
        this.makes = makes;
        this.line = line;
    }

    /** The file that it reads; empty for the one that downloads. */
    String reads() {
        return reads;
    }

    /** The file that it writes; as an asset the same name. */
    String makes() {
        return makes;
    }

    /** When its line of the crontab says that it runs: as a careful person would write it, with time to spare. */
    String line() {
        return line;
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
