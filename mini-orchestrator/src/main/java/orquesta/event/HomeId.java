package orquesta.event;

/** The home as a whole: what happens to it belongs to no pipeline. */
public record HomeId() implements Subject {
    @Override
    public String pipeline() {
        return "";
    }
}
