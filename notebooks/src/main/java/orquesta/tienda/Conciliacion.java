package orquesta.tienda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.lesson.Sandbox;

/**
 * The lines where the monolith's report differs from what the rules read, and the causes found so far: each line has the
 * first that applies. A line that the rules refuse has that rule as its cause from the begin.
 *
 * <pre>{@code
 * Conciliacion conciliacion = Conciliacion.de(sandbox, ventas)
 *         .causa("precio_como_texto", "precio_monolito is null");
 * sandbox.show("causas", conciliacion.causas());
 * conciliacion.lineas("precio_como_texto")
 * }</pre>
 */
public final class Conciliacion {
    /** The cause of the lines that have none. */
    private static final String NONE = "sin_explicar";

    private final Sandbox sandbox;
    private final Relation cuentas;
    private final Map<String, String> conditions;

    private Conciliacion(Sandbox sandbox, Relation cuentas, Map<String, String> conditions) {
        this.sandbox = sandbox;
        this.cuentas = cuentas;
        this.conditions = conditions;
    }

    /** Of the shop's sales; the pipeline {@code ventas} has run in the sandbox. */
    public static Conciliacion de(Sandbox sandbox, Pipeline ventas) {
        Relation cuentas = Lecturas.de(
                sandbox.published(ventas, "ventas_leidas"),
                sandbox.published(ventas, "productos"),
                Relation.parquet(sandbox.data("catalogo.parquet")));
        return new Conciliacion(sandbox, cuentas, Map.of());
    }

    /** Every line of the file with both readings and their pesos. */
    public Relation cuentas() {
        return cuentas;
    }

    /** All lines together: how many, what they are worth, what the report counts for them, the difference; one row. */
    public Relation resumen() {
        return Relation.with("cuentas", cuentas).sql("""
                    select count(*) as lineas, sum(dinero) as dinero, sum(informe) as informe,
                        sum(diferencia) as diferencia from cuentas
                    """);
    }

    /** With one cause more, after those that are there: a condition in SQL over {@link #cuentas}. Empty, it is not one yet. */
    public Conciliacion causa(String nombre, String condicion) {
        if (condicion.isBlank()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(conditions);
        more.put(nombre, condicion);
        return new Conciliacion(sandbox, cuentas, more);
    }

    /** How many lines each cause has and how many pesos they move; last what has no cause, be it zero. */
    public Relation causas() {
        return Relation.with("diferencias", lineas()).sql("""
                    select causa, count(linea) as lineas, coalesce(sum(diferencia), 0) as diferencia
                    from diferencias full join (select '%1$s' as causa) using (causa)
                    group by causa order by causa = '%1$s', diferencia
                    """.formatted(NONE));
    }

    /** Each line that differs, with its cause. */
    public Relation lineas() {
        String cases = conditions.entrySet().stream()
                .map(cause -> "when (\n%s\n) then '%s'".formatted(cause.getValue(), cause.getKey()))
                .collect(Collectors.joining("\n"));
        return Relation.with("cuentas", cuentas).sql("""
                    select *, case
                    when regla is not null then regla
                    %s
                    else '%s' end as causa
                    from cuentas where informe <> dinero
                    """.formatted(cases, NONE));
    }

    /** How many lines have this cause; null as long as it has no condition. */
    public @Nullable Integer lineas(String causa) {
        if (!conditions.containsKey(causa)) {
            return null;
        }
        return sandbox.table(lineas().where("causa = '" + causa + "'")).rowCount();
    }
}
