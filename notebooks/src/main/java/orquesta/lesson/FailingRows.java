package orquesta.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.RunResult;
import orquesta.asset.CheckKey;
import orquesta.asset.Column;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.StepRecord;
import orquesta.store.History;
import orquesta.text.Nearest;
import orquesta.text.UserException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The rows that a check of a run found failing, as its home remembers them: at most 100. */
record FailingRows(History history, RunResult run) {
    /**
     * All values as text; no rows if the check passed.
     *
     * @param check its key, {@code ventas#columnas}
     * @throws UserException if the run has no such check, or if it could not judge
     */
    Table of(String check) {
        StepRecord step = step(check);
        return history.events(run.run().id()).stream()
                .filter(event -> step.task().equals(event.task()))
                .map(Event::fact)
                .filter(Fact.CheckEvaluated.class::isInstance)
                .map(Fact.CheckEvaluated.class::cast)
                .findFirst()
                .map(judged -> table(check, judged))
                .orElseThrow(() -> new UserException("", "sandbox.not_judged", check, step.reason()));
    }

    private StepRecord step(String check) {
        List<StepRecord> checks = run.steps().stream()
                .filter(step -> step.key() instanceof CheckKey)
                .toList();
        List<String> names =
                checks.stream().map(step -> step.task().text()).sorted().toList();
        return checks.stream()
                .filter(step -> step.task().text().equals(check))
                .findFirst()
                .orElseThrow(() -> new UserException("", "sandbox.no_check", check, Nearest.clue(check, names)));
    }

    private static Table table(String check, Fact.CheckEvaluated judged) {
        Table table = Table.create(check);
        for (Column column : judged.columns()) {
            table.addColumns(StringColumn.create(column.name()));
        }
        judged.sample().forEach(row -> append(table, row));
        return table;
    }

    private static void append(Table table, List<@Nullable String> row) {
        for (int at = 0; at < row.size(); at++) {
            StringColumn column = table.stringColumn(at);
            String value = row.get(at);
            if (value == null) {
                column.appendMissing();
            } else {
                column.append(value);
            }
        }
    }
}
