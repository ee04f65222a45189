package dag;

import java.util.List;

/** There is no order: these tables need each other in a circle. Given; do not change it. */
public final class CicloException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> camino;

    /** @param camino the way around, each table beside one that it needs: it ends where it began */
    public CicloException(List<String> camino) {
        super(String.join(" -> ", camino));
        this.camino = List.copyOf(camino);
    }

    public List<String> camino() {
        return camino;
    }
}
