package orquesta.resource;

import java.nio.file.Path;
import java.util.Optional;

/** A resource that lets steps write files into a hidden folder first; they are moved to their place when published. */
public interface StagedFiles {
    /** Where the files of a folder that this resource handed out go to; empty for any other folder. */
    Optional<Path> targetOf(Path folder);
}
