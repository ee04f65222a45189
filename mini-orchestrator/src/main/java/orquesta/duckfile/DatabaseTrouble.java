package orquesta.duckfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.Message;
import orquesta.text.UserException;

/**
 * What stands between us and a file of DuckDB, in one sentence.
 *
 * @param patience how long another program was waited for
 */
record DatabaseTrouble(Path file, Duration patience) {
    /** A program and its number. */
    private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.*? \\(PID \\d+\\))");

    /** The first number is that of the file. */
    private static final Pattern NEWER =
            Pattern.compile("database file with version number (\\d+), but we can only read");

    /** Its words about our driver, before those that matter, and about our statement, after them. */
    private static final Pattern AROUND = Pattern.compile(
            "^(?s:.*)closed pending query result\\s*Error: |\\s*\\R(?!Error: )(?s:.*)| See also https?://\\S+");

    /** @throws UserException if the file could not be written, whoever holds it */
    void requireWritable() {
        Path folder = Objects.requireNonNullElse(file.getParent(), file);
        UserException.when(Files.isDirectory(file), "", "database.folder", file);
        UserException.when(!Files.isDirectory(folder), "", "database.no_folder", file, folder);
        if (!Files.isWritable(Files.exists(file) ? file : folder) || !Files.isWritable(folder)) {
            throw new UserException("", "database.read_only", file, folder);
        }
    }

    /** Whether another process, or another DuckDB of this one, holds the file. */
    static boolean isTaken(SQLException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("Could not set lock on file")
                || said.contains("being used by another process")
                || said.contains("Unique file handle conflict");
    }

    UserException taken(SQLException e) {
        Matcher holder = HOLDER.matcher(String.valueOf(e.getMessage()));
        Object who = holder.find() ? holder.group(1) : Message.of("database.somebody");
        return new UserException("", "database.taken", file, who, patience.toSeconds());
    }

    /** Whoever interrupts a step says himself why it ended. */
    UserException interrupted() {
        Thread.currentThread().interrupt();
        return new UserException("", "database.taken", file, Message.of("database.somebody"), 0);
    }

    /** What an exception of DuckDB means to somebody who has not seen our statements. */
    UserException meaning(SQLException e) {
        String said = AROUND.matcher(String.valueOf(e.getMessage()).strip()).replaceAll("");
        if (said.contains("not a valid DuckDB database file")) {
            return new UserException("", "database.other", file);
        }
        Matcher newer = NEWER.matcher(said);
        return newer.find()
                ? new UserException("", "database.newer", file, newer.group(1))
                : new UserException("", "database.refused", file, said.replaceFirst("\\.$", ""));
    }

    UserException unwritable(IOException e) {
        return new UserException("", "database.refused", file, e);
    }
}
