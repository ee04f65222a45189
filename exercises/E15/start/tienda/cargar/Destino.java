package tienda.cargar;

import java.util.List;
import tienda.Linea;

/** Port: where the report goes. A test has its own. Given; do not change it. */
public interface Destino {
    void publicar(List<Linea> informe);
}
