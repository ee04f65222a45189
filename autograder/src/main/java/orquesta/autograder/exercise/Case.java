package orquesta.autograder.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * One table that goes in, and the table that has to come out.
 *
 * @param check the id of the check that it belongs to
 * @param earlier the input of calls before it, whose answers nobody judges
 * @param files what a query reads, in place of rows that go in
 * @param sources for each expected row the number of the input row that it comes from, or -1
 */
public record Case(
        String check,
        List<List<Row>> earlier,
        List<Row> input,
        List<Row> expected,
        List<Integer> sources,
        List<DataFile> files,
        Conditions conditions) {
    public Case {
        earlier = List.copyOf(earlier);
        input = List.copyOf(input);
        expected = List.copyOf(expected);
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }

    /**
     * How the method is called.
     *
     * @param calls how often, each time on an equal input of its own
     * @param locale the default locale meanwhile, as a language tag; empty is the root locale
     * @param untouched the input list has to be the same afterwards
     * @param fixed the input list refuses modification
     */
    public record Conditions(int calls, String locale, boolean untouched, boolean fixed) {}

    public static Builder forCheck(String check) {
        return new Builder(check);
    }

    /** Builds a case row by row, in the order of the rows. */
    public static final class Builder {
        private final String check;
        private final List<List<Row>> earlier = new ArrayList<>();
        private final List<Row> input = new ArrayList<>();
        private final List<Row> expected = new ArrayList<>();
        private final List<Integer> sources = new ArrayList<>();
        private final List<DataFile> files = new ArrayList<>();
        private Conditions conditions = new Conditions(1, "", false, false);

        private Builder(String check) {
            this.check = check;
        }

        /** This input row gives that output row. */
        public Builder becomes(Row in, Row out) {
            input.add(in);
            expected.add(out);
            sources.add(input.size() - 1);
            return this;
        }

        /** This input row gives no output row. */
        public Builder vanishes(Row in) {
            input.add(in);
            return this;
        }

        /** An output row that comes from no single input row. */
        public Builder gives(Row out) {
            expected.add(out);
            sources.add(-1);
            return this;
        }

        /** A call before it on these rows: what an answer keeps from it must not come back. */
        public Builder after(Row... rows) {
            earlier.add(List.of(rows));
            return this;
        }

        /** A file of text, as it is: {@code datasets/ventas.csv}. */
        public Builder text(String name, String text) {
            files.add(new DataFile.Text(name, text));
            return this;
        }

        /**
         * A Parquet file.
         *
         * @param columns as in DuckDB: {@code id INTEGER, nombre VARCHAR}
         */
        public Builder parquet(String name, String columns, Row... rows) {
            files.add(new DataFile.Parquet(name, columns, List.of(rows)));
            return this;
        }

        public Builder calls(int calls) {
            conditions = new Conditions(calls, conditions.locale, conditions.untouched, conditions.fixed);
            return this;
        }

        public Builder locale(String tag) {
            conditions = new Conditions(conditions.calls, tag, conditions.untouched, conditions.fixed);
            return this;
        }

        public Builder untouched() {
            conditions = new Conditions(conditions.calls, conditions.locale, true, conditions.fixed);
            return this;
        }

        public Builder fixed() {
            conditions = new Conditions(conditions.calls, conditions.locale, conditions.untouched, true);
            return this;
        }

        public Case build() {
            return new Case(check, earlier, input, expected, sources, files, conditions);
        }
    }
}
