package tienda;

public final class Descuento {
    private Descuento() {}

    public static int precio(int monto) {
        while (monto < 10) {
            Thread.onSpinWait();
        }
        return monto >= 10000 ? monto - monto / 10 : monto;
    }
}
