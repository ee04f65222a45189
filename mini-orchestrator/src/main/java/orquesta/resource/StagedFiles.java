package orquesta.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import orquesta.asset.Task;

/** A resource that lets steps write files into a hidden folder first; they are moved to their place when published. */
public interface StagedFiles {
    /**
     * Where the files of a folder that this resource handed out go to; empty for any other folder.
     *
     * @param asset whose files they are, or which partition of it
     * @throws UserException if another asset or partition of this run has a file of one of the names there
     */
    Optional<Path> targetOf(Path folder, Task asset) throws IOException;
}
