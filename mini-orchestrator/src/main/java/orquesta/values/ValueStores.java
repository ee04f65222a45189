package orquesta.values;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import orquesta.duckfile.DatabaseFile;
import orquesta.event.Materialization;
import orquesta.relation.Duck;
import orquesta.resource.ValuePlace;
import orquesta.resource.ValuePlaces;

/**
 * The stores of a home. Where a value is written depends on the places that a pipeline declares; where it is read, on its
 * location alone: so a home can be read, and a crash be mended, without the definitions.
 */
final class ValueStores {
    private final FileStore files;
    private final Duck duck;
    /** By the variable of a server, or the path of a file. */
    private final Map<String, ValueStore> databases = new HashMap<>();

    private final ValuePlaces places;

    ValueStores(FileStore files, Duck duck) {
        this(files, duck, ValuePlaces.FILES);
    }

    private ValueStores(FileStore files, Duck duck, ValuePlaces places) {
        this.files = files;
        this.duck = duck;
        this.places = places;
    }

    /** The same stores, as a run of one pipeline writes to them. */
    ValueStores with(ValuePlaces places, Duck duck) {
        return new ValueStores(files.through(duck), duck, places);
    }

    /** Where an attempt writes. */
    ValueStore of(ValueId id) throws IOException {
        ValuePlace place = places.of(id.task().asset().name());
        if (place instanceof ValuePlace.DuckDb file) {
            return file(places.path(file));
        }
        return place instanceof ValuePlace.Postgres postgres ? server(postgres.variable()) : files;
    }

    /** Where an attempt wrote, which may be elsewhere than it would write today. */
    ValueStore written(ValueId id) throws IOException {
        String file = DuckStore.markedIn(files.folderOf(id));
        return file.isEmpty() ? atServer(PostgresStore.markedIn(files.folderOf(id))) : at(file);
    }

    /** Where a value is. */
    ValueStore of(Materialization value) throws IOException {
        return at(value.location());
    }

    private ValueStore at(String location) throws IOException {
        return DuckLocation.is(location)
                ? file(DuckLocation.of(location).file())
                : atServer(PostgresStore.variableOf(location));
    }

    private ValueStore atServer(String variable) throws IOException {
        return variable.isEmpty() ? files : server(variable);
    }

    private synchronized ValueStore server(String variable) throws IOException {
        ValueStore store = databases.get(variable);
        if (store == null) {
            store = new PostgresStore(new PostgresServer(variable, duck), files, duck);
            databases.put(variable, store);
        }
        return store;
    }

    private synchronized ValueStore file(Path path) throws IOException {
        ValueStore store = databases.get(path.toString());
        if (store == null) {
            store = new DuckStore(new DatabaseFile(path, duck, DuckStore.PATIENCE), files);
            databases.put(path.toString(), store);
        }
        return store;
    }
}
