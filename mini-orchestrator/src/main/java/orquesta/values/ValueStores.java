package orquesta.values;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, PostgresStore> servers = new HashMap<>();
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
        return place instanceof ValuePlace.Postgres postgres ? server(postgres.variable()) : files;
    }

    /** Where an attempt wrote, which may be elsewhere than it would write today. */
    ValueStore written(ValueId id) throws IOException {
        return at(PostgresStore.markedIn(files.folderOf(id)));
    }

    /** Where a value is. */
    ValueStore of(Materialization value) throws IOException {
        return at(PostgresStore.variableOf(value.location()));
    }

    private ValueStore at(String variable) throws IOException {
        return variable.isEmpty() ? files : server(variable);
    }

    private synchronized PostgresStore server(String variable) throws IOException {
        PostgresStore store = servers.get(variable);
        if (store == null) {
            store = new PostgresStore(new PostgresServer(variable, duck), files, duck);
            servers.put(variable, store);
        }
        return store;
    }
}
