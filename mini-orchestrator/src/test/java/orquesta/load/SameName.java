package orquesta.load;

import orquesta.Given;
import orquesta.definition.Definitions;

/** On the class path; a pipeline's folder has a class of the same name, which must win. */
public final class SameName {
    private SameName() {}

    public static Definitions definitions() {
        return Definitions.of(Given.asset("from_the_class_path"));
    }
}
