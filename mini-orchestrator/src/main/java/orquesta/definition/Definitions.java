package orquesta.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.partition.Partitions;
import orquesta.resource.Profile;
import orquesta.resource.Resource;
import orquesta.resource.ValuePlace;
import orquesta.resource.ValuePlaces;
import orquesta.schedule.Schedule;
import orquesta.sensor.Sensor;
import orquesta.signature.AnnotationReader;
import orquesta.text.Names;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * All that the user declares: assets, checks, resources, jobs. Collected as it comes, wrong or right; {@link #validated}
 * judges it whole.
 */
public final class Definitions {
    private static final String UNNAMED = "pipeline";

    final List<AssetDefinition> assets = new ArrayList<>();
    final List<CheckDefinition> checks = new ArrayList<>();
    final Map<String, Resource<?>> resources = new LinkedHashMap<>();
    final List<Job> jobs = new ArrayList<>();
    final List<Schedule> schedules = new ArrayList<>();
    final List<Sensor> sensors = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final Map<String, Integer> pools = new TreeMap<>();
    final Map<String, Partitions> partitions = new TreeMap<>();
    final Map<String, Profile> profiles = new TreeMap<>();
    ValuePlaces values = ValuePlaces.FILES;
    final List<Problem> problems = new ArrayList<>();

    private String name = UNNAMED;

    private Definitions() {}

    /**
     * Begins with some declarations: objects whose methods carry {@code @Asset} and {@code @Check}, or
     * {@link AssetDefinition}s and {@link CheckDefinition}s made by their builders.
     */
    public static Definitions of(Object... declarations) {
        Definitions definitions = new Definitions();
        for (Object declaration : declarations) {
            definitions.add(declaration);
        }
        return definitions;
    }

    private void add(Object declaration) {
        if (name.equals(UNNAMED) && !declaration.getClass().isRecord()) {
            name = Names.snake(declaration.getClass());
        }
        if (declaration instanceof AssetDefinition asset) {
            assets.add(asset);
        } else if (declaration instanceof CheckDefinition check) {
            checks.add(check);
        } else {
            new AnnotationReader(declaration, assets, checks, problems).read();
        }
    }

    /** Registers a resource; steps borrow it by its type, or by this name where two have one type. */
    public Definitions resource(String name, Resource<?> recipe) {
        if (resources.putIfAbsent(name, recipe.named(name)) != null) {
            problems.add(Problem.at(name, "resource.twice", name));
        }
        return this;
    }

    /**
     * Declares a pool: of the assets that name it so many run at once, in all runs of a home together.
     *
     * @param places at least 1
     */
    public Definitions pool(String name, int places) {
        if (places < 1) {
            problems.add(Problem.at(name, "pool.places", name, places));
        }
        pools.put(name, places);
        return this;
    }

    /** Declares the partitions that assets may have: {@code Partitions.daily("2026-11-01", "America/Santiago")}. */
    public Definitions partitions(String name, Partitions all) {
        partitions.put(name, all.as(name));
        return this;
    }

    /** Declares what is other in one place where the pipeline runs: {@code --profile prod}. */
    public Definitions profile(String name, Profile profile) {
        profiles.put(name, profile);
        return this;
    }

    /** Says where the values of all assets are kept, but of those of which something else is said. Files in the home if nothing is said. */
    public Definitions values(ValuePlace place) {
        values = values.with(place);
        return this;
    }

    /** Says where the values of one asset are kept; this wins over what is said of all. */
    public Definitions values(String asset, ValuePlace place) {
        values = values.with(asset, place);
        return this;
    }

    public Definitions job(Job job) {
        jobs.add(job);
        return this;
    }

    /** Runs a job again and again: while a daemon or the pages of this pipeline are there, whenever the schedule is due. */
    public Definitions schedule(Schedule schedule) {
        schedules.add(schedule);
        return this;
    }

    /** Runs a job when something happened, as long as a daemon or the pages of this pipeline are there. */
    public Definitions sensor(Sensor sensor) {
        sensors.add(sensor);
        return this;
    }

    /** Tells somebody of what happens: whenever a daemon or the pages of this pipeline are there to see it. */
    public Definitions alert(Alert alert) {
        alerts.add(alert);
        return this;
    }

    /** Like {@link #validated(String)}, with the name of the first declared class. */
    public Pipeline validated() {
        return validated(name);
    }

    /** The pipeline that is declared, or every problem at once. */
    public Pipeline validated(String name) {
        Validation validation = new Validation(this);
        Pipeline pipeline = validation.pipeline(name);
        if (!validation.problems().isEmpty()) {
            throw new UserException(validation.problems());
        }
        return pipeline;
    }
}
