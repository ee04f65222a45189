package orquesta.autograder.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.autograder.child.Script;

/** A pipeline that loads what most answers need: for the archive of classes. */
final class Rehearsed {
    static final Script SCRIPT = new Script(
            Map.of("ventas.csv", "producto,total\nPan,990\n"),
            new Script.Start(Instant.parse("2026-01-01T12:00:00Z"), "America/Santiago", ""),
            Map.of(),
            List.of(),
            List.of(new Script.RunSelection("*resumen")));

    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    @Asset
    Relation resumen(Relation ventas) {
        return Relation.with("ventas", ventas).sql("select producto, sum(total) as total from ventas group by all");
    }

    @Check
    CheckResult sinNegativos(Relation resumen) {
        return CheckResult.noRows("a negative total", resumen.where("total < 0"));
    }
}
