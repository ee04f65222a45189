package tienda;

public final class Descuento {
    private Descuento() {}

    public static int precio(int monto) {
        int diez = monto / 10;
        return monto < 10000 ? monto : monto - diez;
    }
}
