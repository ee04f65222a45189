package limpieza;

/** Does not compile; the answer beside it does. */
final class Apuntes {
    int total = "mucho";
}
