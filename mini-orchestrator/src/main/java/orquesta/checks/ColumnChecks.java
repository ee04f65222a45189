package orquesta.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import orquesta.asset.CheckResult;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.text.Durations;
import orquesta.text.Message;
import orquesta.text.UserException;

/**
 * What a table's columns must hold; the rows that break a rule are kept, each with the rule that it breaks.
 *
 * <pre>{@code
 * @Check
 * CheckResult columnas(Relation ventas, Relation productos) {
 *     return ColumnChecks.of(ventas)
 *             .notNull("producto", "fecha").unique("id_venta")
 *             .between("precio", "0", "1000000").references("producto", productos, "producto")
 *             .result();
 * }
 * }</pre>
 */
public final class ColumnChecks {
    private final List<String> names = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final Relation.Builder inputs;

    private ColumnChecks(Relation table) {
        this.inputs = Relation.with("checked", table);
    }

    /** Begins without a rule. */
    public static ColumnChecks of(Relation table) {
        return new ColumnChecks(table);
    }

    /** No value of these columns is missing. */
    public ColumnChecks notNull(String... columns) {
        for (String column : columns) {
            rows("notNull(" + column + ")", Column.quoted(column) + " is null");
        }
        return this;
    }

    /** No two rows have the same values in these columns together; a row where one is missing is left out, as in SQL. */
    public ColumnChecks unique(String... columns) {
        String key = quoted(columns);
        String there = Arrays.stream(columns)
                .map(column -> Column.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
        add(
                "unique(" + String.join(", ", columns) + ")",
                "select * from checked where " + there + " qualify count(*) over (partition by " + key + ") > 1");
        return this;
    }

    /** Every value is one of these; what is missing is left out. */
    public ColumnChecks accepted(String column, String... values) {
        String list = Arrays.stream(values).map(ColumnChecks::text).collect(Collectors.joining(", "));
        rows("accepted(" + column + ")", Column.quoted(column) + "::varchar not in (" + list + ")");
        return this;
    }

    /**
     * Every value is at least the least and at most the most; what is missing is left out.
     *
     * @param least a number, a day or whatever the column holds, as SQL reads it from text: {@code 0}, {@code 2025-01-01}
     */
    public ColumnChecks between(String column, String least, String most) {
        String name = Column.quoted(column);
        rows(
                "between(" + column + ", " + least + ", " + most + ")",
                "not (" + name + " between " + text(least) + " and " + text(most) + ")");
        return this;
    }

    /** Every value stands in a column of another table; what is missing is left out. */
    public ColumnChecks references(String column, Relation other, String otherColumn) {
        String name = input(other);
        String value = Column.quoted(column);
        rows(
                "references(" + column + ", " + otherColumn + ")",
                value + " is not null and not exists (select 1 from " + name + " where " + name + "."
                        + Column.quoted(otherColumn) + " = checked." + value + ")");
        return this;
    }

    /** There are at least so many rows, and at most so many. */
    public ColumnChecks rowCount(long least, long most) {
        add(
                "rowCount(" + least + ", " + most + ")",
                "select count(*) as row_count from checked having count(*) not between " + least + " and " + most);
        return this;
    }

    /**
     * There are about as many rows as yesterday: at most so many percent more or fewer. Where there is no yesterday, any
     * number will do.
     *
     * @param before the value before: {@code @Reads(value = "ventas", partitions = "previous") Optional<Relation> before}
     * @param percent of the rows of the value before, at least 0
     */
    public ColumnChecks rowCountNear(Optional<Relation> before, int percent) {
        String rule = "rowCountNear(" + percent + "%)";
        if (before.isEmpty()) {
            add(rule, "select count(*) as row_count from checked having false");
            return this;
        }
        String name = input(before.get());
        String then = "(select count(*) from " + name + ")";
        add(
                rule,
                "select count(*) as row_count, " + then + " as row_count_before from checked having abs(count(*) - "
                        + then + ") * 100 > " + percent + " * " + then);
        return this;
    }

    private String input(Relation other) {
        String name = "other" + queries.size();
        inputs.with(name, other);
        return name;
    }

    /**
     * The newest value of a column is younger than this.
     *
     * @param column of dates or of times; of dates the end of the day counts
     * @param age such as {@code 26h}
     * @param clock the run's: {@code run.clock()}
     * @throws UserException if the age cannot be read
     */
    public ColumnChecks youngerThan(String column, String age, Clock clock) {
        Duration limit = Durations.parse(age).orElseThrow(() -> new UserException(column, "check.age", age));
        LocalDateTime oldest =
                clock.instant().minus(limit).atZone(clock.getZone()).toLocalDateTime();
        String value = Column.quoted(column);
        String newest = "max(case when typeof(" + value + ") = 'DATE' then " + value
                + "::timestamp + interval 1 day else " + value + "::timestamp end)";
        add(
                "youngerThan(" + column + ", " + age + ")",
                "select max(" + value + ") as newest from checked having coalesce(" + newest + " < "
                        + text(oldest.toString()) + "::timestamp, true)");
        return this;
    }

    /**
     * The verdict: passes if no row breaks a rule.
     *
     * @throws IllegalStateException if no rule was said
     */
    public CheckResult result() {
        if (queries.isEmpty()) {
            throw new IllegalStateException("no rule: say one, such as .notNull(\"producto\")");
        }
        String all = String.join(" union all by name ", queries);
        Message what = Message.either(
                "a row that breaks " + String.join(", ", names), "una fila que incumple " + String.join(", ", names));
        return CheckResult.noRows(what, inputs.sql(all));
    }

    private void rows(String rule, String condition) {
        add(rule, "select * from checked where " + condition);
    }

    private void add(String rule, String query) {
        names.add(rule);
        queries.add("select " + text(rule) + " as broken_rule, * from (" + query + ")");
    }

    private static String quoted(String... columns) {
        return Arrays.stream(columns).map(Column::quoted).collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
