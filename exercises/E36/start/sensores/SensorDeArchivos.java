package sensores;

/** Asks for a run when a file came. The rules: instructions.en.md, instructions.es.md. */
public final class SensorDeArchivos {
    private final Carpeta carpeta;
    private final Registro registro;

    /** Made anew each time the program begins. */
    SensorDeArchivos(Carpeta carpeta, Registro registro) {
        this.carpeta = carpeta;
        this.registro = registro;
    }

    /** One look. */
    void mirar() {
        throw new UnsupportedOperationException("TODO E36: write mirar");
    }
}
