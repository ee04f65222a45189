package orquesta.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pages as they were sent last: while nothing that they show has changed they are sent again, not made again. */
final class KeptPages {
    /** Bytes of all that are kept: fifty pages of runs of {@code ventas}. */
    private static final int ROOM = 4_000_000;

    /**
     * All that a page is made from; its path and query are in the look.
     *
     * @param change tells whether the home has changed: {@link orquesta.store.PageQueries#change}
     * @param version the id of the definitions
     * @param others how the other pipelines stand that the page lists
     */
    record Made(Look look, long change, String version, Doing doing, List<PipelineLine> others) {
        Made(Look look, long change, String version, Doing doing) {
            this(look, change, version, doing, List.of());
        }

        /** The same for a page that lists these. */
        Made beside(List<PipelineLine> lines) {
            return new Made(look, change, version, doing, lines);
        }
    }

    private final Map<Made, byte[]> pages =
            new LinkedHashMap<>(16, 0.75f, true); // who was asked for longest ago is first
    private int size = 0;

    /**
     * The page that is made from this.
     *
     * @param make makes it where it is not kept; empty if there is no such page. Two who ask at once may both make it, so
     *     that nobody waits for another
     */
    Optional<byte[]> get(Made from, Supplier<Optional<byte[]>> make) {
        byte[] kept = kept(from);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<byte[]> page = make.get();
        page.ifPresent(made -> keep(from, made));
        return page;
    }

    private synchronized byte @Nullable [] kept(Made from) {
        return pages.get(from);
    }

    private synchronized void keep(Made from, byte[] page) {
        byte[] before = pages.put(from, page);
        size += page.length - (before == null ? 0 : before.length);
        Iterator<byte[]> oldest = pages.values().iterator();
        while (size > ROOM) {
            size -= oldest.next().length;
            oldest.remove();
        }
    }
}
