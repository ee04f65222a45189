package sensores;

import java.util.List;

/** A run that was asked for, and the files that it loads. Given; do not change it. */
public record Corrida(int numero, List<Archivo> archivos) {}
