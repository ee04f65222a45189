package orquesta.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** A source as text for the compiler: UTF-8, or UTF-16 where its mark says so; the mark is no part of the text. */
final class SourceFile extends SimpleJavaFileObject {
    private static final String MARK = "\uFEFF";

    private final String text;

    private SourceFile(Path file, String text) {
        super(file.toUri(), Kind.SOURCE);
        this.text = text;
    }

    /** @throws UserException if a file is in another encoding: names each, with the line where that shows */
    static List<SourceFile> read(List<Path> files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            int bad = firstBad(bytes);
            if (bad < bytes.length) {
                problems.add(problem(file, bytes, bad));
            } else {
                sources.add(new SourceFile(file, text(bytes)));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return sources;
    }

    /** The same, for those who only look at it: what is in another encoding is read as far as it can be. */
    static List<SourceFile> readLeniently(List<Path> files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(new SourceFile(file, text(Files.readAllBytes(file))));
        }
        return sources;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    private static boolean isSixteen(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE;
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, isSixteen(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /** The index of the first byte that is no part of UTF-8 text; how many there are if all is well. A zero byte at the beginning is none: UTF-16 without its mark. */
    private static int firstBad(byte[] bytes) {
        if (isSixteen(bytes)) {
            return bytes.length;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        int end = result.isError() ? in.position() : bytes.length;
        for (int i = 0; i < Math.min(end, 2); i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return end;
    }

    /** The line is shown as Latin-1 reads it, which is what most editors that write no UTF-8 write. */
    private static Problem problem(Path file, byte[] bytes, int bad) {
        String before = new String(bytes, 0, bad, StandardCharsets.ISO_8859_1);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = before.lastIndexOf('\n') + 1;
        String shown = all.substring(begin)
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cc}", "")
                .strip();
        String place = file.getFileName() + ":" + line;
        return Problem.at(place, "compile.encoding", String.format("%02X", bytes[bad]), shown);
    }
}
