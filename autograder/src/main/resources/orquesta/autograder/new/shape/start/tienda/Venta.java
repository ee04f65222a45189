package tienda;

public record Venta(int monto) {}
