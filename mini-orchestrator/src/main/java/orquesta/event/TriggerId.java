package orquesta.event;

/** A schedule or a sensor of a pipeline: what it decides is remembered, also where no run follows. */
public record TriggerId(String pipeline, String name) implements Subject {}
