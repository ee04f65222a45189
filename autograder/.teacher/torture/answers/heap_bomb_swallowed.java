package limpieza;

import java.util.ArrayList;
import java.util.List;

/** Eats the heap in every call and swallows the error. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<Object> todo = new ArrayList<>();
        while (true) {
            try {
                todo.add(new long[1 << 16]);
            } catch (Throwable swallowed) {
                todo.add(todo.size());
            }
        }
    }
}
