package orquesta.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A home cannot be read or written: its disk is full, it belongs to somebody else, it is gone. What was recorded before
 * is safe, and with the trouble out of the way the same command works: so this is no error in what the user declared.
 */
public final class HomeException extends UserException {
    private static final long serialVersionUID = 1;

    public HomeException(String key, @Nullable Object... args) {
        super("", key, args);
    }

    public static HomeException at(Path place, IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return new HomeException("home.unusable", place, reason == null ? e.toString() : reason);
    }
}
