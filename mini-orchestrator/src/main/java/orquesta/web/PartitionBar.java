package orquesta.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The partitions of an asset as rows of small squares, one for each: a month of days, a year of weeks or months, a category.
 *
 * @param rows the last ones
 * @param earlier how many rows there are before them
 * @param counts how many partitions stand how, in the order of their rows
 * @param wanting the first of those that are not there, or out of date
 * @param range the days, weeks or months from the first to the last that is wanting: {@code 2026-11-01..2026-11-07}; empty where
 *     there are categories alone
 * @param command what would compute them; empty if nothing is wanting
 */
public record PartitionBar(
        List<Row> rows, int earlier, Map<Standing, Long> counts, List<Cell> wanting, String range, String command) {
    /** The side of a square, with the gap beside it. */
    public static final int STEP = 16;

    static final int ROWS = 24;
    static final int WANTING = 40;

    /** How a partition stands, as the signs of states show it. */
    public enum Standing {
        THERE("ok", "web.partition_there"),
        OUT_OF_DATE("warned", "web.partition_out_of_date"),
        FAILED("failed", "web.partition_failed"),
        AT_WORK("running", "web.partition_at_work"),
        MISSING("none", "web.partition_missing");

        private final String sign;
        private final String word;

        Standing(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        /** The state whose sign and pattern it has. */
        public String sign() {
            return sign;
        }

        /** The key of its words. */
        public String word() {
            return word;
        }
    }

    /**
     * One partition.
     *
     * @param run the newest run that it had a part in; 0 if none had
     */
    public record Cell(String key, Standing standing, long run) {
        /** {@code 2026-11} of the day 2026-11-28, {@code 2026} of a week or a month; the category before it. */
        String row() {
            String category = key.contains("/") ? key.substring(key.indexOf('/') + 1) + " " : "";
            String time = time();
            return time.contains("-") ? category + time.substring(0, time.lastIndexOf('-')) : "";
        }

        /** Its place in its row, from 0: the day of the month, the week or month of the year; -1 without a time. */
        int place() {
            String time = time();
            String last = time.substring(time.lastIndexOf('-') + 1).replace("W", "");
            return time.contains("-") ? Integer.parseInt(last) - 1 : -1;
        }

        private String time() {
            String time = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
            return time.matches("\\d{4}-[\\dW-]+") ? time : "";
        }
    }

    /** One row: squares in a row that stand alike are one span. */
    public record Row(String label, List<Span> spans) {
        /** What it shows, in words. */
        public String said(Look look) {
            return spans.stream()
                    .map(span -> Look.visible(span.keys()) + ": "
                            + look.say(span.standing().word()))
                    .collect(Collectors.joining("; "));
        }

        /** How wide it is drawn. */
        public int width() {
            Span last = spans.get(spans.size() - 1);
            return (last.from() + last.length()) * STEP;
        }
    }

    /**
     * Squares that stand alike.
     *
     * @param from the place of the first
     * @param first the key of the first
     * @param last the key of the last
     */
    public record Span(int from, int length, Standing standing, String first, String last) {
        /** {@code 2026-11-03}, {@code 2026-11-03 – 2026-11-07} */
        public String keys() {
            return first.equals(last) ? first : first + " – " + last;
        }
    }

    /** @param fill what would compute what is wanting from one partition to another */
    static PartitionBar of(List<Cell> cells, BinaryOperator<String> fill) {
        Map<String, List<Cell>> byRow = new LinkedHashMap<>();
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Cell cell : cells) {
            byRow.computeIfAbsent(cell.row(), label -> new ArrayList<>()).add(cell);
            counts.merge(cell.standing(), 1L, Long::sum);
        }
        List<Row> rows = byRow.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> new Row(row.getKey(), spans(row.getValue())))
                .toList();
        int earlier = Math.max(0, rows.size() - ROWS);
        List<Cell> wanting = cells.stream()
                .filter(cell -> cell.standing() != Standing.THERE && cell.standing() != Standing.AT_WORK)
                .toList();
        List<String> times =
                wanting.stream().map(Cell::time).distinct().sorted().toList();
        String from = times.isEmpty() ? "" : times.get(0);
        String to = times.isEmpty() ? "" : times.get(times.size() - 1);
        String span = from.equals(to) ? from : from + ".." + to;
        String command = wanting.isEmpty() ? "" : fill.apply(from, to);
        return new PartitionBar(
                rows.subList(earlier, rows.size()),
                earlier,
                counts,
                wanting.subList(0, Math.min(WANTING, wanting.size())),
                span,
                command);
    }

    private static List<Span> spans(List<Cell> cells) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            int place = cell.place() < 0 ? i : cell.place();
            Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null && before.standing() == cell.standing() && before.from() + before.length() == place) {
                spans.set(
                        spans.size() - 1,
                        new Span(before.from(), before.length() + 1, cell.standing(), before.first(), cell.key()));
            } else {
                spans.add(new Span(place, 1, cell.standing(), cell.key(), cell.key()));
            }
        }
        return spans;
    }
}
