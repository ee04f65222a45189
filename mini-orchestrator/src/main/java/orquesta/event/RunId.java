package orquesta.event;

/** A run: the pipeline, and the number of the run in its home (runs of all pipelines share one count). */
public record RunId(String pipeline, long number) implements Subject {
    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
