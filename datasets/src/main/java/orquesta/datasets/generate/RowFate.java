package orquesta.datasets.generate;

import java.util.Locale;

/** What the rules make of a row: the name of the rule that refuses it, or its use. */
enum RowFate {
    FILA_ILEGIBLE,
    PRECIO_NULO,
    PRECIO_ILEGIBLE,
    CANTIDAD_NULA,
    CANTIDAD_ILEGIBLE,
    FECHA_ILEGIBLE,
    FECHA_FUTURA,
    TOTAL_NO_POSITIVO,
    ID_NULO,
    ID_REPETIDO,
    USED,
    NOT_A_ROW;

    boolean refused() {
        return compareTo(USED) < 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
