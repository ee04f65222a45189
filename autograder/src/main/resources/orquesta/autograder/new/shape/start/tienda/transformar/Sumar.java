package tienda.transformar;

public final class Sumar {
}
