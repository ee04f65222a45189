package orquesta.asset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The user's code of one step. May throw anything; what it returns is the asset's value, or a check's {@link CheckResult}. */
@FunctionalInterface
public interface StepFunction {
    @Nullable
    Object apply(Inputs inputs) throws Exception;

    /** The same code; relative paths of files in the relation that it returns start at a folder. */
    default StepFunction from(Path folder) {
        return inputs -> {
            Object value = apply(inputs);
            if (value instanceof Relation relation) {
                return relation.from(folder);
            }
            return value instanceof CheckResult.NoRows rows ? rows.from(folder) : value;
        };
    }
}
