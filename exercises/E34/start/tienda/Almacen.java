package tienda;

import java.util.List;

/** Keeps lines under a name. What it is, a folder or a database, is nobody's business who borrows it. Leave it as it is. */
public interface Almacen {
    /** Keeps these lines in the place of those that were kept under that name. */
    void guarda(String nombre, List<Linea> lineas) throws Exception;

    /** What is kept under a name, in its order; no lines if nothing is. */
    List<Linea> lee(String nombre) throws Exception;
}
