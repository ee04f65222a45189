package orquesta.asset;

import org.jspecify.annotations.Nullable;

/** The user's code of one step. May throw anything; what it returns is the asset's value, or a check's {@link CheckResult}. */
@FunctionalInterface
public interface StepFunction {
    @Nullable
    Object apply(Inputs inputs) throws Exception;
}
