package orquesta.autograder.submission;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The letters in the names of a zip. An entry may say that its name is UTF-8, and is read so; where none says anything it is
 * UTF-8 all the same, or else what Windows writes in Spanish: code page 850, where all letters of 437 are where they were.
 */
public final class ZipNames {
    public static final Charset WINDOWS =
            Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;

    private ZipNames() {}

    /** Opens one whose names are read in either way. */
    public static ZipFile open(Path zip) throws IOException {
        try {
            return new ZipFile(zip.toFile());
        } catch (ZipException e) {
            if (areOthers(e)) {
                return new ZipFile(zip.toFile(), WINDOWS);
            }
            throw e;
        }
    }

    /** Whether a zip could not be read because a name is not UTF-8; JDKs say so in ways of their own. */
    static boolean areOthers(Exception e) {
        String why = String.valueOf(e.getMessage());
        return e instanceof IllegalArgumentException
                || why.contains("bad entry name")
                || why.contains("malformed input");
    }
}
