package orquesta.autograder.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file that somebody wrote or saved, in the letters of whatever editor he has: the same in a zip as in a checkout. */
public final class WrittenText {
    /** Where the bytes are no UTF-8, it is what Windows writes in Spanish: Latin-1 and a few signs more. */
    private static final Charset WINDOWS =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;

    private WrittenText() {}

    /** UTF-16 where its mark says so, else UTF-8 or Windows's; without the mark. */
    public static String of(byte[] bytes) {
        String text = isSixteen(bytes) ? new String(bytes, StandardCharsets.UTF_16) : eight(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isSixteen(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    private static String eight(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    public static String read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
