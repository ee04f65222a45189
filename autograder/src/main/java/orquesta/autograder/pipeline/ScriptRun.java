package orquesta.autograder.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orquesta.Orchestrator;
import orquesta.autograder.child.Script;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.relation.Duck;
import orquesta.text.Language;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Does what a script says with definitions, in a home of its own, and gathers what happened in plain values. */
final class ScriptRun {
    private static final String NAME = "ensayo";

    private final Script script;
    private final Path scratch;
    private final Duck reader;
    private final ClassLoader loader;

    /** @param reader reads what is published, of one script after the other: to open one costs more than to read */
    ScriptRun(Script script, Path scratch, Duck reader, ClassLoader loader) {
        this.script = script;
        this.scratch = scratch;
        this.reader = reader;
        this.loader = loader;
    }

    /** By the names that {@code ScriptOutcome} reads. */
    Map<String, Object> of(Definitions definitions) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        try (Room room = Room.in(scratch)) {
            Path root = room.folder();
            plant(root);
            Pipeline declared = definitions
                    .validated(NAME)
                    .in(script.start().profile())
                    .with(script.settings())
                    .from(root);
            CountedResources counted = new CountedResources(declared.resources());
            Pipeline pipeline = counted.in(new Faults(script.faults(), loader).in(declared));
            evidence.putAll(DeclaredFacts.of(pipeline));
            play(pipeline, root, evidence);
            evidence.put("resources", counted.counts());
            evidence.put("files", room.files());
        } catch (UserException e) {
            evidence.put("problems", told(e));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return evidence;
    }

    /** Where nothing is to be done, the definitions are asked for, and no home is opened. */
    private void play(Pipeline pipeline, Path root, Map<String, Object> evidence) {
        if (script.acts().isEmpty()) {
            List.of("runs", "ticks").forEach(name -> evidence.put(name, List.of()));
            evidence.put("published", Map.of());
            return;
        }
        VirtualClock clock =
                VirtualClock.at(script.start().at(), ZoneId.of(script.start().zone()));
        try (Orchestrator orchestrator = Orchestrator.at(root.resolve(".orquesta"), clock)) {
            Acts acts = new Acts(orchestrator, pipeline, clock, root);
            script.acts().forEach(acts::act);
            evidence.put("runs", acts.runs());
            evidence.put("ticks", acts.ticks());
            evidence.put("published", PublishedRows.of(orchestrator, pipeline, acts.published(), reader));
        }
    }

    private void plant(Path root) throws IOException {
        for (Map.Entry<String, String> file : script.files().entrySet()) {
            write(root, file.getKey(), file.getValue());
        }
    }

    static void write(Path root, String name, String text) throws IOException {
        Path place = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.writeString(place, text, StandardCharsets.UTF_8);
    }

    /** What cannot be used, in both languages. */
    static List<List<String>> told(UserException refused) {
        List<List<String>> told = new ArrayList<>();
        for (Problem problem : refused.problems()) {
            told.add(List.of(problem.in(Language.EN), problem.in(Language.ES)));
        }
        return told;
    }
}
