package orquesta.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * How a CSV file is written, found out from the file itself: its encoding (UTF-8 if the whole file is valid UTF-8, else Latin-1), its
 * delimiter (the one of comma and semicolon that cuts the header into more fields) and its header.
 *
 * @param bom how many bytes of a byte order mark come first
 * @param loneReturns whether carriage returns stand in it that end no line
 * @param header the names, without blanks at their ends and in lower case
 */
record CsvFormat(Path file, Charset charset, int bom, boolean loneReturns, char delimiter, List<String> header) {
    CsvFormat {
        header = List.copyOf(header);
    }

    static CsvFormat of(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (starts(start, 0xFE, 0xFF) || starts(start, 0xFF, 0xFE)) {
            throw new UserException(name, "data.csv.utf16");
        }
        ByteScan scan = ByteScan.of(file);
        if (scan.nul()) {
            throw new UserException(name, "data.csv.nul", lineOfNul(file));
        }
        Charset charset = scan.utf8() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        int bom = starts(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CsvFormat comma = new CsvFormat(file, charset, bom, scan.loneReturn(), ',', List.of());
        return comma.withHeader();
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        boolean same = bytes.length >= wanted.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = (bytes[i] & 0xFF) == wanted[i];
        }
        return same;
    }

    private static long lineOfNul(Path file) throws IOException {
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                for (int i = 0; i < count; i++) {
                    if (bytes[i] == 0) {
                        return line;
                    }
                    line += bytes[i] == '\n' ? 1 : 0;
                }
            }
        }
        return line;
    }

    private CsvFormat withHeader() throws IOException {
        Cut comma = cut(',');
        Cut semicolon = cut(';');
        boolean semicolons = semicolon.names().size() > comma.names().size();
        Cut better = semicolons ? semicolon : comma;
        if (better.failure() != null) {
            throw better.failure();
        }
        if (better.names().isEmpty()) {
            throw new UserException(name(), "data.csv.empty");
        }
        List<String> header = better.names().stream().map(CsvFormat::headerName).toList();
        return new CsvFormat(file, charset, bom, loneReturns, semicolons ? ';' : ',', header);
    }

    /** A column's name as it is compared. */
    static String headerName(String name) {
        return Blanks.strip(name).toLowerCase(Locale.ROOT);
    }

    /** The header as one delimiter cuts it, as far as it can be cut. */
    private record Cut(List<String> names, @Nullable UserException failure) {}

    private Cut cut(char delimiter) throws IOException {
        HeaderHandler handler = new HeaderHandler(name());
        try (CsvParser<List<String>> parser = new CsvParser<>(name(), text(), delimiter, handler)) {
            parser.next();
            return new Cut(handler.names(), null);
        } catch (UserException e) {
            return new Cut(handler.names(), e);
        }
    }

    /** Whether it is UTF-8, and each carriage return stands before a line feed. */
    boolean isPlain() {
        return charset.equals(StandardCharsets.UTF_8) && !loneReturns;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** The characters of the file, from after the byte order mark. */
    Reader text() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(bom);
        Reader text = new InputStreamReader(in, charset);
        return loneReturns ? new LoneReturns(new BufferedReader(text)) : text;
    }
}
