package tienda;

public final class Descuento {
    private Descuento() {}

    /** Ten percent less from 10000 on. */
    public static int precio(int monto) {
        return monto >= 10000 ? monto - monto / 10 : monto;
    }
}
