package base;

import java.util.ArrayList;
import java.util.List;

/** What happened to connections, in order. Leave it as it is. */
final class Sucesos {
    private static final List<Suceso> TODOS = new ArrayList<>();
    private static int conexiones;

    private Sucesos() {}

    /** {@code conexion} was opened ({@code abre}) or closed ({@code cierra}). */
    record Suceso(int orden, int conexion, String suceso) {}

    /** Returns the number of the new connection, from 1. */
    static synchronized int abre() {
        conexiones++;
        TODOS.add(new Suceso(TODOS.size(), conexiones, "abre"));
        return conexiones;
    }

    static synchronized void cierra(int conexion) {
        TODOS.add(new Suceso(TODOS.size(), conexion, "cierra"));
    }

    static synchronized List<Suceso> todos() {
        return List.copyOf(TODOS);
    }
}
