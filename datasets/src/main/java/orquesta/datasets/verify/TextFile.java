package orquesta.datasets.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole CSV file in memory, read character by character in the plainest way. */
record TextFile(boolean latin1, List<Line> records, List<Long> emptyLines) {
    /** A record: the line where it begins, its text as it stands, its fields. */
    record Line(long number, String raw, List<String> fields) {}

    static TextFile read(Path file) throws IOException, BadFile {
        if (!Files.exists(file)) {
            throw new BadFile("no_file", 0);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff && (bytes[0] & 0xfe) == 0xfe) {
            throw new BadFile("utf16", 0);
        }
        boolean latin1 = false;
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            latin1 = true;
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String mark = latin1 ? "\u00ef\u00bb\u00bf" : "\ufeff";
        text = text.startsWith(mark) ? text.substring(mark.length()) : text;
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new BadFile(
                    "nul",
                    1 + text.substring(0, nul).chars().filter(c -> c == '\n').count());
        }
        Scanner comma = new Scanner(text, ',');
        Scanner best = comma;
        Scanner semicolon = new Scanner(text, ';');
        if (semicolon.headerFields() > comma.headerFields()) {
            best = semicolon;
        }
        List<Line> records = best.all();
        if (records.isEmpty()) {
            throw new BadFile("empty", 0);
        }
        return new TextFile(latin1, records, best.emptyLines);
    }

    /** One pass over the text with one delimiter. */
    private static final class Scanner {
        private final String text;
        private final char delimiter;
        private int at;
        private long line = 1;
        private final List<Long> emptyLines = new ArrayList<>();

        Scanner(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        /** How many fields this delimiter cuts the header into; none if it cannot be cut so. */
        int headerFields() {
            try {
                List<Line> first = new Scanner(text, delimiter).upTo(1);
                return first.isEmpty() ? 0 : first.get(0).fields().size();
            } catch (BadFile e) {
                return 0;
            }
        }

        List<Line> all() throws BadFile {
            return upTo(Integer.MAX_VALUE);
        }

        private List<Line> upTo(int wanted) throws BadFile {
            List<Line> records = new ArrayList<>();
            while (at < text.length() && records.size() < wanted) {
                long number = line;
                int start = at;
                List<String> fields = record();
                String raw = text.substring(start, at).replaceAll("\r?\n$", "");
                if (raw.isEmpty()) {
                    emptyLines.add(number);
                } else {
                    records.add(new Line(number, raw, fields));
                }
            }
            return records;
        }

        private List<String> record() throws BadFile {
            List<String> fields = new ArrayList<>();
            while (true) {
                fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                if (at < text.length() && text.charAt(at) == delimiter) {
                    at++;
                } else {
                    endLine();
                    return fields;
                }
            }
        }

        private String plain() {
            int start = at;
            while (at < text.length() && text.charAt(at) != delimiter && !atLineEnd()) {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() throws BadFile {
            long opened = line;
            StringBuilder field = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && !text.startsWith("\"\"", at)) {
                    at++;
                    if (at < text.length() && text.charAt(at) != delimiter && !atLineEnd()) {
                        throw new BadFile("text_after_quote", opened);
                    }
                    return field.toString();
                }
                at += c == '"' ? 1 : 0;
                line += c == '\n' ? 1 : 0;
                field.append(c);
            }
            throw new BadFile("unclosed_quote", opened);
        }

        private boolean atLineEnd() {
            return text.startsWith("\n", at) || text.startsWith("\r\n", at);
        }

        private void endLine() {
            at += text.startsWith("\r", at) && atLineEnd() ? 1 : 0;
            at += text.startsWith("\n", at) ? 1 : 0;
            line++;
        }
    }
}
