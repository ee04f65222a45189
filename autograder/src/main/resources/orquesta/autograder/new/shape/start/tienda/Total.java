package tienda;

public record Total(int suma) {}
