package orquesta.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunRecord;

/**
 * Commands to copy. They carry what this server was started with, since they would do something else without it.
 *
 * @param kit what begins each, wherever it is pasted: {@code cd /own && /orquesta/kit}
 * @param folder the pipeline as it was typed
 * @param home the folder that was given for runs; null if none was
 * @param settings where resources were pointed to
 * @param profile the profile of the pipeline; empty without one
 */
public record CommandLine(
        String kit, String folder, @Nullable String home, Map<String, String> settings, String profile) {
    public CommandLine {
        settings = Map.copyOf(settings);
    }

    public CommandLine(String kit, String folder, @Nullable String home, Map<String, String> settings) {
        this(kit, folder, home, settings, "");
    }

    /** The pipeline that is served, all of it. */
    String run() {
        StringBuilder command = new StringBuilder(kit + " run " + quoted(folder) + inHome());
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting ->
                        command.append(" --set ").append(quoted(setting.getKey() + "=" + setting.getValue())));
        return profile.isEmpty() ? command.toString() : command + " --profile " + quoted(profile);
    }

    /**
     * A run once more.
     *
     * @param served the name of the pipeline that is served; of another one only the name is known
     */
    String run(RunRecord run, String served) {
        String pipeline = run.id().pipeline();
        String command = pipeline.equals(served) ? run() : kit + " run " + quoted(pipeline) + inHome();
        String partitions = run.request().partitions();
        command += partitions.isEmpty() ? "" : " --partition " + quoted(partitions);
        String selection = run.request().selection();
        return selection.equals("*") ? command : command + " --select '" + selection.replace("'", "'\\''") + "'";
    }

    /** The whole log of a step. */
    String logs(RunRecord run, String step) {
        return kit + " logs " + run.id() + " " + quoted(step) + inHome();
    }

    /** What is wanting of an asset, from one partition of time to another; empty ones where it has categories alone. */
    String backfill(String asset, String from, String to) {
        String served = run().replaceFirst(" run ", " backfill ");
        String asked = served + " --select " + quoted(asset);
        return from.isEmpty() ? asked : asked + " --from " + quoted(from) + " --to " + quoted(to);
    }

    private String inHome() {
        return home == null ? "" : " --home " + quoted(home);
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
