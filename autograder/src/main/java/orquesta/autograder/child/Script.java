package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pipeline meets, and what is done with it.
 *
 * @param files what lies below its root at first, by name
 * @param settings where resources are pointed elsewhere, by name
 */
public record Script(
        Map<String, String> files, Start start, Map<String, String> settings, List<Fault> faults, List<Act> acts) {
    public Script {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        faults = List.copyOf(faults);
        acts = List.copyOf(acts);
    }

    /**
     * Where the virtual clock stands at first, and the zone that it shows.
     *
     * @param profile the profile of the definitions that is run; empty for none
     */
    public record Start(Instant at, String zone, String profile) {}

    /**
     * The first calls of an asset's code fail.
     *
     * @param exception the name of its class, which has a constructor of one text
     */
    public record Fault(String asset, int times, String exception, String message) {}

    /** What is done next. */
    public sealed interface Act {}

    /** Runs a selection. */
    public record RunSelection(String selection) implements Act {}

    public record RunJob(String job) implements Act {}

    /**
     * Runs a selection for some partitions.
     *
     * @param partitions one, or a row of them: {@code 2026-11-02..2026-11-08}
     * @param onlyNeeded whether only what is missing or out of date is computed, as a backfill does
     */
    public record RunPartitions(String selection, String partitions, boolean onlyNeeded) implements Act {}

    /** Lets the clock go on to an instant; of the ticks that fall due, so many runs are done. */
    public record GoOn(Instant until, int runs) implements Act {}

    /** A file below the root is there, or says something else, from now on. */
    public record Write(String name, String text) implements Act {}

    void writeTo(DataOutputStream out) throws IOException {
        texts(out, files);
        Wire.writeText(out, start.at().toString());
        Wire.writeText(out, start.zone());
        Wire.writeText(out, start.profile());
        texts(out, settings);
        out.writeInt(faults.size());
        for (Fault fault : faults) {
            Wire.writeText(out, fault.asset());
            out.writeInt(fault.times());
            Wire.writeText(out, fault.exception());
            Wire.writeText(out, fault.message());
        }
        out.writeInt(acts.size());
        for (Act act : acts) {
            write(out, act);
        }
    }

    private static void write(DataOutputStream out, Act act) throws IOException {
        if (act instanceof RunSelection run) {
            out.writeByte(0);
            Wire.writeText(out, run.selection());
        } else if (act instanceof RunJob run) {
            out.writeByte(1);
            Wire.writeText(out, run.job());
        } else if (act instanceof GoOn on) {
            out.writeByte(2);
            Wire.writeText(out, on.until().toString());
            out.writeInt(on.runs());
        } else if (act instanceof Write file) {
            out.writeByte(3);
            Wire.writeText(out, file.name());
            Wire.writeText(out, file.text());
        } else if (act instanceof RunPartitions run) {
            out.writeByte(4);
            Wire.writeText(out, run.selection());
            Wire.writeText(out, run.partitions());
            out.writeBoolean(run.onlyNeeded());
        }
    }

    private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Wire.writeText(out, each.getKey());
            Wire.writeText(out, each.getValue());
        }
    }

    static Script read(DataInputStream in) throws IOException {
        Map<String, String> files = texts(in);
        Start start = new Start(Instant.parse(Wire.readWord(in)), Wire.readWord(in), Wire.readWord(in));
        Map<String, String> settings = texts(in);
        List<Fault> faults = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            faults.add(new Fault(Wire.readWord(in), in.readInt(), Wire.readWord(in), Wire.readWord(in)));
        }
        List<Act> acts = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            acts.add(act(in));
        }
        return new Script(files, start, settings, faults, acts);
    }

    private static Act act(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> new RunSelection(Wire.readWord(in));
            case 1 -> new RunJob(Wire.readWord(in));
            case 2 -> new GoOn(Instant.parse(Wire.readWord(in)), in.readInt());
            case 3 -> new Write(Wire.readWord(in), Wire.readWord(in));
            case 4 -> new RunPartitions(Wire.readWord(in), Wire.readWord(in), in.readBoolean());
            default -> throw new IOException("act " + kind);
        };
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            texts.put(Wire.readWord(in), Wire.readWord(in));
        }
        return texts;
    }
}
