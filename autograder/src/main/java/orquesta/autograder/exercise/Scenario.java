package orquesta.autograder.exercise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.autograder.child.Script;

/**
 * What the definitions of an answer meet, and what is done with them, one after another:
 * {@code Scenario.at("2026-11-20T07:00", "America/Santiago").file("ventas.csv", "...").fails("ventas", 2, "java.io.IOException", "no hay red").runsJob("diario")}.
 * The clock is virtual: it stands, but for waits of retries and {@link #goesOnTo}.
 */
public final class Scenario {
    private Script.Start start;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Script.Fault> faults = new ArrayList<>();
    private final List<Script.Act> acts = new ArrayList<>();

    private Scenario(Script.Start start) {
        this.start = start;
    }

    /**
     * Begins at a wall-clock time of a zone.
     *
     * @param time {@code 2026-11-20T07:00}
     */
    public static Scenario at(String time, String zone) {
        return new Scenario(new Script.Start(instant(time, zone), zone, ""));
    }

    private static Instant instant(String time, String zone) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    }

    /** A file of text below the root of the pipeline, where its relative paths start; behind a run it changes then. */
    public Scenario file(String name, String text) {
        if (acts.isEmpty()) {
            files.put(name, text);
        } else {
            acts.add(new Script.Write(name, text));
        }
        return this;
    }

    /** A resource pointed elsewhere, as {@code --set name=value} does. */
    public Scenario set(String resource, String value) {
        settings.put(resource, value);
        return this;
    }

    /** One of the profiles that the definitions declare, as {@code --profile name} does. */
    public Scenario profile(String name) {
        start = new Script.Start(start.at(), start.zone(), name);
        return this;
    }

    /**
     * The first calls of an asset's code end with an exception, before the answer's method is called.
     *
     * @param exception the name of a class of the JDK, or one that the exercise gives, with a constructor of one text
     */
    public Scenario fails(String asset, int times, String exception, String message) {
        faults.add(new Script.Fault(asset, times, exception, message));
        return this;
    }

    /** Runs a selection; several calls are several runs. */
    public Scenario runs(String selection) {
        acts.add(new Script.RunSelection(selection));
        return this;
    }

    /** Runs a selection for one partition, whatever is there. */
    public Scenario runsPartition(String selection, String partition) {
        acts.add(new Script.RunPartitions(selection, partition, false));
        return this;
    }

    /** Runs what is missing or out of date of a selection, from one partition to another. */
    public Scenario backfills(String selection, String from, String to) {
        acts.add(new Script.RunPartitions(selection, from + ".." + to, true));
        return this;
    }

    public Scenario runsJob(String job) {
        acts.add(new Script.RunJob(job));
        return this;
    }

    /**
     * Lets the clock go on: all ticks of schedules until then are told.
     *
     * @param time a wall-clock time of the zone in which it began
     * @param runs so many of the ticks, the first ones, run their job
     */
    public Scenario goesOnTo(String time, int runs) {
        acts.add(new Script.GoOn(instant(time, start.zone()), runs));
        return this;
    }

    public Script script() {
        return new Script(files, start, settings, faults, acts);
    }

    /** What is done, in a line: what a student reads above the difference. */
    public Bilingual told() {
        List<String> en = new ArrayList<>();
        List<String> es = new ArrayList<>();
        for (Script.Fault fault : faults) {
            String type = fault.exception().replaceFirst(".*[.$]", "");
            en.add(fault.asset() + " fails " + fault.times() + " times with " + type);
            es.add(fault.asset() + " falla " + fault.times() + " veces con " + type);
        }
        for (Script.Act act : acts) {
            if (act instanceof Script.RunSelection run) {
                en.add("run \"" + run.selection() + "\"");
                es.add("se ejecuta \"" + run.selection() + "\"");
            } else if (act instanceof Script.RunJob run) {
                en.add("run the job " + run.job());
                es.add("se ejecuta el job " + run.job());
            } else if (act instanceof Script.RunPartitions run) {
                String what = "\"" + run.selection() + "\" " + run.partitions();
                en.add((run.onlyNeeded() ? "backfill " : "run ") + what);
                es.add((run.onlyNeeded() ? "backfill de " : "se ejecuta ") + what);
            } else if (act instanceof Script.GoOn on) {
                String until = local(on.until());
                en.add("let the clock go on to " + until);
                es.add("el reloj avanza hasta " + until);
            } else if (act instanceof Script.Write file) {
                en.add(file.name() + " changes");
                es.add(file.name() + " cambia");
            }
        }
        if (acts.isEmpty()) {
            en.add("the definitions are read");
            es.add("se leen las definiciones");
        }
        String profile = start.profile().isEmpty() ? "" : " --profile " + start.profile();
        String from = local(start.at()) + " " + start.zone() + profile;
        return new Bilingual(from + ": " + String.join("; ", en), from + ": " + String.join("; ", es));
    }

    private String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.of(start.zone()))
                .toString()
                .replace('T', ' ');
    }
}
