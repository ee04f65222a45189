package limpieza;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** An annotation processor that a service file names: a compiler that runs it never comes back. */
public final class Procesador extends AbstractProcessor {
    static {
        for (int n = 1; n > 0; n = n % 7 + 1) {}
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
