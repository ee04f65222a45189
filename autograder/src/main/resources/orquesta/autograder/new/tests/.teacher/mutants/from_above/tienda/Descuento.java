package tienda;

public final class Descuento {
    private Descuento() {}

    public static int precio(int monto) {
        return monto > 10000 ? monto - monto / 10 : monto;
    }
}
