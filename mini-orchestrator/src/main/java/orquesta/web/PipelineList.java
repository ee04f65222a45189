package orquesta.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.daemon.ScheduleState;
import orquesta.definition.Pipeline;
import orquesta.event.RunRecord;
import orquesta.event.TriggerId;
import orquesta.load.LiveDefinitions;
import orquesta.store.History;
import orquesta.store.PageQueries;
import orquesta.store.TriggerQueries;
import orquesta.text.UserException;

/** Gathers the list of the pipelines that one server shows. */
final class PipelineList {
    /** Each, and what its addresses begin with. */
    private final Map<WebServer.Site, String> bases = new LinkedHashMap<>();

    /** @throws UserException if two have one name: nobody could tell their pages apart */
    PipelineList(List<WebServer.Site> sites) {
        for (WebServer.Site site : sites) {
            String name = site.pipeline();
            if (bases.keySet().stream().anyMatch(known -> known.pipeline().equals(name))) {
                throw new UserException(name, "web.same_name", name);
            }
            String word = name.matches("[A-Za-z0-9_.-]+") ? name : String.valueOf(bases.size() + 1);
            bases.put(site, bases.isEmpty() ? "" : "/pipelines/" + word);
        }
    }

    /** What the addresses of a pipeline begin with. */
    String base(WebServer.Site site) {
        return bases.getOrDefault(site, "");
    }

    /** All of them in the order in which they were named; empty if there is one alone, which needs no list. */
    List<PipelineLine> lines() {
        return bases.size() == 1
                ? List.of()
                : bases.entrySet().stream()
                        .map(site -> line(site.getKey(), site.getValue()))
                        .toList();
    }

    private static PipelineLine line(WebServer.Site site, String base) {
        LiveDefinitions.Version version = site.definitions().now();
        History history = site.orchestrator().history();
        List<RunRecord> last = new PageQueries(history).runs(site.pipeline(), Long.MAX_VALUE, 1);
        return new PipelineLine(
                site.pipeline(),
                base,
                site.definitions().about(),
                version.pipeline().map(PipelineList::groups).orElse(List.of()),
                version.problems().isEmpty(),
                last.isEmpty() ? null : last.get(0),
                version.pipeline()
                        .map(loaded -> next(loaded, history, site.clock().instant()))
                        .orElse(null));
    }

    private static List<String> groups(Pipeline loaded) {
        return loaded.graph().keys().stream()
                .map(key -> loaded.graph().definition(key).labels().group())
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static PipelineLine.@Nullable Next next(Pipeline loaded, History history, Instant now) {
        Stream<PipelineLine.Next> ticks = loaded.schedules().values().stream()
                .filter(schedule -> ScheduleState.of(
                                new TriggerQueries(history).newest(new TriggerId(loaded.name(), schedule.name())))
                        .on())
                .flatMap(schedule -> schedule.timing().next(now, 1).stream()
                        .map(tick -> new PipelineLine.Next(tick.due(), schedule.name())));
        Optional<PipelineLine.Next> first = ticks.min(Comparator.comparing(PipelineLine.Next::due));
        return first.orElse(null);
    }
}
