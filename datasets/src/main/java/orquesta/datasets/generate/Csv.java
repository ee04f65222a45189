package orquesta.datasets.generate;

/** Writes fields as RFC 4180 wants them: quoted only where they must be. */
final class Csv {
    private Csv() {}

    static void append(StringBuilder out, String field, char delimiter) {
        boolean quoted = false;
        for (int i = 0; i < field.length() && !quoted; i++) {
            char c = field.charAt(i);
            quoted = c == delimiter || c == '"' || c == '\n' || c == '\r';
        }
        if (quoted) {
            out.append('"').append(field.replace("\"", "\"\"")).append('"');
        } else {
            out.append(field);
        }
    }

    static String record(String... fields) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            append(out, fields[i], ',');
            out.append(i < fields.length - 1 ? ',' : '\n');
        }
        return out.toString();
    }
}
