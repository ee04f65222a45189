package orquesta.asset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The user's code of one step. May throw anything; what it returns is the asset's value, or a check's {@link CheckResult}. */
@FunctionalInterface
public interface StepFunction {
    @Nullable
    Object apply(Inputs inputs) throws Exception;

    /** The same code; a relative path that it returns, and those of files in a relation, start at a folder. */
    default StepFunction from(Path folder) {
        return inputs -> {
            Object value = apply(inputs);
            Object read = value instanceof Relation relation ? relation.from(folder) : value;
            Object placed = read instanceof Path path ? folder.resolve(path) : read;
            return placed instanceof CheckResult.NoRows rows ? rows.from(folder) : placed;
        };
    }
}
