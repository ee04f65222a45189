package workers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A night of some workers over one board. In each round every worker that is alive does one step, in an order that the dice
 * say. Given; do not change it.
 */
public final class Simulador {
    /** So many rounds and nobody comes to an end: the night is over. */
    private static final int RONDAS = 1000;

    private final List<Dia> dias;
    private final Map<String, String> tablero = new LinkedHashMap<>();
    private final List<Suceso> sucesos = new ArrayList<>();
    private final Map<String, Turno> turnos = new LinkedHashMap<>();
    private final Set<String> muertos = new HashSet<>();

    private Simulador(List<Dia> dias) {
        this.dias = dias;
        dias.forEach(dia -> tablero.put(dia.dia(), ""));
    }

    /**
     * Plays a night.
     *
     * @param azar the number that the dice begin with; with 0 the order is always that of the names
     * @param muere the worker that is killed; "" for none
     * @param tras after how many of its steps
     */
    public static Historia jugar(List<String> workers, List<Dia> dias, int azar, String muere, int tras) {
        Simulador simulador = new Simulador(dias);
        simulador.rondas(workers, azar, muere, tras);
        return new Historia(simulador.sucesos, simulador.tablero, Worker.dosVeces());
    }

    private void rondas(List<String> workers, int azar, String muere, int tras) {
        Random dados = new Random(azar);
        List<String> orden = new ArrayList<>(workers);
        try {
            workers.forEach(this::empezar);
            for (int ronda = 0; ronda < RONDAS && orden.stream().anyMatch(this::vive); ronda++) {
                if (azar != 0) {
                    Collections.shuffle(orden, dados);
                }
                orden.stream().filter(this::vive).forEach(nombre -> seguir(nombre, muere.equals(nombre) ? tras : 0));
            }
        } finally {
            turnos.values().forEach(Turno::terminar);
        }
    }

    private void empezar(String nombre) {
        Turno turno = new Turno(() -> Worker.trabajar(new Tablero(this, nombre)));
        turnos.put(nombre, turno);
        turno.empezar();
        volver(nombre, turno);
    }

    private void seguir(String nombre, int tras) {
        Turno turno = turnos.get(nombre);
        turno.seguir();
        volver(nombre, turno);
        if (turno.pasos() == tras && vive(nombre)) {
            muertos.add(nombre);
            sucesos.add(new Suceso(nombre, "muere", ""));
        }
    }

    private void volver(String nombre, Turno turno) {
        if (turno.termino()) {
            sucesos.add(new Suceso(nombre, "vuelve", ""));
        }
    }

    /** Does one step, in the turn of its worker. */
    <T> T paso(String nombre, Supplier<T> hecho) {
        turnos.get(nombre).esperar();
        return hecho.get();
    }

    void calcular(String nombre, String cual) {
        int pasos = dias.stream()
                .filter(dia -> dia.dia().equals(cual))
                .findFirst()
                .orElseThrow()
                .pasos();
        paso(nombre, () -> sucesos.add(new Suceso(nombre, "empieza", cual)));
        for (int i = 0; i < pasos; i++) {
            paso(nombre, () -> true);
        }
        paso(nombre, () -> sucesos.add(new Suceso(nombre, "termina", cual)));
    }

    List<String> dias() {
        return dias.stream().map(Dia::dia).toList();
    }

    String linea(String dia) {
        return tablero.getOrDefault(dia, "");
    }

    boolean poner(String dia, String texto) {
        tablero.put(dia, texto);
        return true;
    }

    boolean vive(String worker) {
        return turnos.containsKey(worker)
                && !muertos.contains(worker)
                && !turnos.get(worker).termino();
    }
}
