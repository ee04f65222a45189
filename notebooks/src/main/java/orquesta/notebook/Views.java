package orquesta.notebook;

import java.util.List;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import orquesta.text.Message;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How values show in a notebook; the kernel finds this class by its service file and installs it at its start. */
public final class Views implements Extension {
    private static final int ROWS = 20;

    @Override
    public void install(BaseKernel kernel) {
        Renderer renderer = kernel.getRenderer();
        renderer.createRegistration(Table.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN)
                .register((table, context) -> {
                    context.renderIfRequested(
                            MIMEType.TEXT_HTML, () -> of(table).html());
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> table.print(ROWS));
                });
    }

    static HtmlTable of(Table table) {
        List<HtmlTable.Column> columns = table.columns().stream()
                .map(column -> new HtmlTable.Column(column.name(), column instanceof NumericColumn))
                .toList();
        int shown = Math.min(ROWS, table.rowCount());
        List<List<String>> rows = IntStream.range(0, shown)
                .mapToObj(row -> table.columns().stream()
                        .map(column -> text(column, row))
                        .toList())
                .toList();
        String caption = Message.of("table.caption", table.name(), table.rowCount(), table.columnCount())
                .toString();
        return new HtmlTable(caption, columns, rows, table.rowCount() - shown);
    }

    private static String text(Column<?> column, int row) {
        return column.isMissing(row) ? "" : column.getString(row);
    }
}
