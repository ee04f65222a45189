package orquesta.definition;

import java.nio.file.Path;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;

/** A resource for tests: a folder's name, nothing more. */
record Fuente(String where) {
    static Resource<Fuente> in(String where) {
        return new Recipe(where);
    }

    private record Recipe(String where) implements Resource<Fuente> {
        @Override
        public Class<Fuente> type() {
            return Fuente.class;
        }

        @Override
        public Fuente open(Evaluator evaluator) {
            return new Fuente(where);
        }

        @Override
        public Resource<Fuente> set(String value) {
            return new Recipe(value);
        }

        @Override
        public Resource<Fuente> from(Path folder) {
            return new Recipe(folder + "/" + where);
        }
    }
}
