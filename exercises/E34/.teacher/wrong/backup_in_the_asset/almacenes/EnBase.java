package almacenes;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tienda.Almacen;
import tienda.Linea;

/** Keeps lines in a database of SQLite, amounts as texts: its numbers are not exact. */
public final class EnBase implements Almacen, AutoCloseable {
    private final Connection base;

    public EnBase(String archivo) throws SQLException {
        base = DriverManager.getConnection("jdbc:sqlite:" + archivo);
        try (Statement statement = base.createStatement()) {
            statement.execute("create table if not exists linea"
                    + " (tabla text, producto text, dia text, total text, anterior text)");
        }
        base.setAutoCommit(false);
    }

    @Override
    public void guarda(String nombre, List<Linea> lineas) throws SQLException {
        try (PreparedStatement delete = base.prepareStatement("delete from linea where tabla = ?");
                PreparedStatement insert = base.prepareStatement("insert into linea values (?, ?, ?, ?, ?)")) {
            delete.setString(1, nombre);
            delete.executeUpdate();
            for (Linea line : lineas) {
                insert.setString(1, nombre);
                insert.setString(2, line.producto());
                insert.setString(3, line.dia().toString());
                insert.setString(4, line.total().toPlainString());
                insert.setString(
                        5, line.anterior() == null ? null : line.anterior().toPlainString());
                insert.executeUpdate();
            }
            base.commit();
        } catch (SQLException | RuntimeException e) {
            base.rollback();
            throw e;
        }
    }

    @Override
    public List<Linea> lee(String nombre) throws SQLException {
        List<Linea> lines = new ArrayList<>();
        String sql = "select producto, dia, total, anterior from linea where tabla = ? order by rowid";
        try (PreparedStatement select = base.prepareStatement(sql)) {
            select.setString(1, nombre);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                String before = rows.getString(4);
                lines.add(new Linea(
                        rows.getString(1),
                        LocalDate.parse(rows.getString(2)),
                        new BigDecimal(rows.getString(3)),
                        before == null ? null : new BigDecimal(before)));
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        base.close();
    }
}
