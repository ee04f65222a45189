package orquesta.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the relative paths of a pipeline start, and where its home is: the same wherever its user stands. */
public final class PipelineRoot {
    private PipelineRoot() {}

    /** The nearest folder at or above that of a pipeline which holds {@code kit}; else its own. */
    public static Path of(Path pipeline) {
        Path own = pipeline.toAbsolutePath().normalize();
        for (Path folder = own; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("kit"))) {
                return folder;
            }
        }
        return own;
    }

    /**
     * The root where no pipeline was loaded from a folder, as in a unit test or a notebook: that of the folder named by the
     * system property {@code orquesta.pipeline}, else that of the folder in which the process stands.
     */
    public static Path here() {
        @Nullable String pipeline = System.getProperty("orquesta.pipeline");
        return of(Path.of(pipeline == null ? "" : pipeline));
    }
}
