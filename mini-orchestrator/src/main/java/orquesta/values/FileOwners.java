package orquesta.values;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.ValueForm;
import orquesta.definition.Pipeline;
import orquesta.event.Materialization;
import orquesta.event.Materialization.Delivery;
import orquesta.event.Materialization.StoredFile;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Which asset of a pipeline published each file in folders that people read; looked up once, when the first is written. */
public final class FileOwners {
    private final Pipeline pipeline;
    private final Published published;
    private @Nullable Map<Path, AssetKey> owners;

    FileOwners(Pipeline pipeline, Published published) {
        this.pipeline = pipeline;
        this.published = published;
    }

    /** What is published of an asset, of each partition the newest. */
    public interface Published {
        List<Materialization> of(String pipeline, AssetKey asset);

        /** When and why a value was cleaned, if it was. */
        default Optional<Message> cleaned(Materialization value) {
            return Optional.empty();
        }
    }

    /**
     * Of two assets that write one file the last would win, also in two runs. Partitions of one asset may: the file is then
     * that of the newest.
     *
     * @throws UserException if another asset published a file at one of these places
     */
    void require(AssetKey asset, Materialization written) {
        Delivery delivery = written.delivery();
        if (delivery == null) {
            return;
        }
        Path target = Path.of(delivery.target());
        for (StoredFile file : written.contents().files()) {
            AssetKey owner = owners().get(target.resolve(file.name()));
            if (owner != null && !owner.equals(asset)) {
                throw new UserException("", "reports.taken", file.name(), owner, asset, target);
            }
        }
    }

    private synchronized Map<Path, AssetKey> owners() {
        if (owners == null) {
            owners = new HashMap<>();
            for (AssetKey key : pipeline.graph().inOrder()) {
                AssetDefinition asset = pipeline.graph().definition(key);
                if (ValueForm.of(asset.returns()).equals(Optional.of(ValueForm.FILE))) {
                    published.of(pipeline.name(), key).forEach(value -> own(key, value));
                }
            }
        }
        return requireNonNull(owners);
    }

    private void own(AssetKey key, Materialization value) {
        if (value.delivery() != null) {
            Path target = Path.of(value.delivery().target());
            value.contents().files().forEach(file -> requireNonNull(owners).put(target.resolve(file.name()), key));
        }
    }
}
