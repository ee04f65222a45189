package orquesta.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orquesta.text.Message;

/**
 * A table as a real HTML table, so that a screen reader can walk it.
 *
 * @param rows the rows to show, one text a column
 * @param more how many rows there are beyond these
 */
record HtmlTable(String caption, List<Column> columns, List<List<String>> rows, long more) {
    /** @param number whether its texts are numbers, which stand to the right */
    record Column(String name, boolean number) {
        private String cell(String tag, String text) {
            // Two blanks in a text are two blanks on the page: somebody may be looking for them.
            String style = number ? "right" : "left;white-space:pre-wrap";
            return "<" + tag + " style=\"text-align:" + style + "\">" + breakable(text) + "</" + tag.split(" ", 2)[0]
                    + ">";
        }

        /** A long name may go on in the next line at its joints, so that the table fits a narrow screen. */
        private static String breakable(String text) {
            return Arrays.stream(text.split("(?<=[_#])")).map(Html::escape).collect(Collectors.joining("<wbr>"));
        }
    }

    HtmlTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    String html() {
        String head = columns.stream()
                .map(column -> column.cell("th scope=\"col\"", column.name()))
                .collect(Collectors.joining());
        String body = rows.stream().map(this::row).collect(Collectors.joining("\n"));
        String rest = more == 0
                ? ""
                : "\n<p>" + Html.escape(Message.of("table.more", more).toString()) + "</p>";
        return "<table>\n<caption>" + Html.escape(caption) + "</caption>\n<thead><tr>" + head
                + "</tr></thead>\n<tbody>\n" + body + "\n</tbody>\n</table>" + rest;
    }

    private String row(List<String> texts) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).cell("td", texts.get(i)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
