package orquesta.values;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Removes values that nobody may read any more. A store that does not answer once is not asked again. */
public final class Removal {
    private final ValueStores stores;
    private final Set<ValueStore> silent = new HashSet<>();
    private final List<Message> problems = new ArrayList<>();

    Removal(ValueStores stores) {
        this.stores = stores;
    }

    /** Removes a value, whole or cut short before; true if nothing is left of it. */
    public boolean remove(ValueId id) {
        try {
            ValueStore store = stores.written(id);
            return !silent.contains(store) && removed(store, id);
        } catch (IOException e) {
            problems.add(Message.of("clean.left", id.folder(), e.toString()));
            return false;
        }
    }

    private boolean removed(ValueStore store, ValueId id) throws IOException {
        try {
            store.remove(id);
            return true;
        } catch (UserException e) {
            silent.add(store);
            e.problems().stream().map(Problem::message).forEach(problems::add);
            return false;
        } catch (UncheckedIOException e) { // somebody else removes it, too
            throw e.getCause();
        }
    }

    /** What stood in the way, of each store once. */
    public List<Message> problems() {
        return problems;
    }
}
