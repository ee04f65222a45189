package orquesta.lesson;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import orquesta.text.Language;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Makes a table one to look at: numbers as people of a language write them, whole ones without decimals, all others with
 * two. The table of a relation holds exact decimals as text, and says by its type which of its texts are numbers.
 *
 * @param types the type in SQL of each column that came from a relation
 */
record ShownTable(Language language, Map<String, String> types) {
    private static final String WHOLE = "#,##0";
    private static final String AMOUNT = "#,##0.00";
    private static final String TINY = "0.00################";

    Table of(Table table) {
        for (Column<?> column : List.copyOf(table.columns())) {
            String type = types.getOrDefault(column.name(), "");
            if (column instanceof StringColumn texts && isExactNumber(type)) {
                DoubleColumn numbers = numbers(texts);
                table.replaceColumn(column.name(), numbers);
                write(numbers, type.matches("HUGEINT|.*,0\\)") ? WHOLE : AMOUNT);
            } else if (column instanceof DoubleColumn numbers) {
                write(numbers, isWhole(numbers) ? WHOLE : AMOUNT);
            } else if (column instanceof IntColumn || column instanceof LongColumn) {
                write((NumberColumn<?, ?>) column, WHOLE);
            }
        }
        return table;
    }

    private static boolean isExactNumber(String type) {
        return type.startsWith("DECIMAL") || type.equals("HUGEINT");
    }

    private static boolean isWhole(DoubleColumn numbers) {
        return numbers.removeMissing().asList().stream().allMatch(number -> number % 1 == 0);
    }

    private void write(NumberColumn<?, ?> numbers, String pattern) {
        numbers.setPrintFormatter(
                new Written(WrittenNumber.format(pattern, language), WrittenNumber.format(TINY, language)));
    }

    private static DoubleColumn numbers(StringColumn texts) {
        DoubleColumn numbers = DoubleColumn.create(texts.name());
        for (int row = 0; row < texts.size(); row++) {
            if (texts.isMissing(row)) {
                numbers.appendMissing();
            } else {
                numbers.append(Double.parseDouble(texts.get(row)));
            }
        }
        return numbers;
    }

    /** What is less than half a cent is little, but something: where nothing may be left, it must not read as 0.00. */
    private static final class Written extends NumberColumnFormatter {
        private static final double HALF_A_CENT = 0.005;

        private final NumberFormat tiny;

        Written(NumberFormat usual, NumberFormat tiny) {
            super(usual);
            this.tiny = tiny;
        }

        @Override
        public String format(double value) {
            return value != 0 && Math.abs(value) < HALF_A_CENT ? tiny.format(value) : super.format(value);
        }
    }
}
