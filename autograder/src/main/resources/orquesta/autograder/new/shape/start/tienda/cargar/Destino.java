package tienda.cargar;

public final class Destino {
}
