package tienda.cargar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Destino {
    public void guardar(Path archivo, int suma) throws IOException {
        Files.writeString(archivo, String.valueOf(suma));
    }
}
