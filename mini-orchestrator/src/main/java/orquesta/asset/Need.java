package orquesta.asset;

import java.lang.reflect.Type;
import java.util.List;
import orquesta.text.Names;

/** One thing that a step needs in order to be computed; one a parameter, in the method's order. */
public sealed interface Need {
    /** The parameter's name, in Java's words. */
    String name();

    /** The Java type that the step wants it as. */
    Type type();

    /** The assets among some needs, in their order. */
    static List<AssetKey> assetsIn(List<Need> needs) {
        return needs.stream()
                .filter(Upstream.class::isInstance)
                .map(need -> ((Upstream) need).key())
                .toList();
    }

    /** Reads the value of another asset. */
    record Upstream(AssetKey key, Type type) implements Need {
        @Override
        public String name() {
            return Names.camel(key.name());
        }
    }

    /** Borrows a resource, known to the step by a name of its own: two parameters may borrow one resource. */
    record Borrowed(String name, String resource, Type type) implements Need {}

    /** Wants the current {@link Run}. */
    record CurrentRun(String name) implements Need {
        @Override
        public Type type() {
            return Run.class;
        }
    }

    /** Only named so far: what it means is found once all assets and resources are known. */
    record Unresolved(String name, Type type) implements Need {}
}
