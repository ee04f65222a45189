package informe;

import base.Bitacora;
import base.Esquema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.resource.Resource;

/** What each client bought, from the database of the shop, beside what was hoped for. */
public class Informe {
    record Venta(int cliente, long monto) {}

    record Cliente(int cliente, String nombre) {}

    @Asset
    List<Venta> ventas(Connection conexionDb) throws SQLException {
        List<Venta> found = new ArrayList<>();
        try (Statement statement = conexionDb.createStatement();
                ResultSet rows = statement.executeQuery("select cliente, monto from venta")) {
            while (rows.next()) {
                found.add(new Venta(rows.getInt(1), rows.getLong(2)));
            }
        }
        return found;
    }

    @Asset
    List<Cliente> clientes(Connection conexionDb) throws SQLException {
        List<Cliente> found = new ArrayList<>();
        try (Statement statement = conexionDb.createStatement();
                ResultSet rows = statement.executeQuery("select cliente, nombre from cliente")) {
            while (rows.next()) {
                found.add(new Cliente(rows.getInt(1), rows.getString(2)));
            }
        }
        return found;
    }

    @Asset
    Relation metas() {
        return Relation.csv("metas.csv");
    }

    @Asset
    Relation resumen(Relation ventas, Relation clientes, Relation metas, Connection conexionDb) throws SQLException {
        conexionDb.close();
        return Relation.with("ventas", ventas)
                .with("clientes", clientes)
                .with("metas", metas)
                .sql("""
                select nombre, sum(monto) as total, any_value(meta) as meta
                from ventas join clientes using (cliente) join metas using (cliente)
                group by nombre
                """);
    }

    /** Opens what a run borrows; what fails here leaves nothing open. */
    static Connection abrir(String archivo) throws SQLException {
        Connection conexion = DriverManager.getConnection("jdbc:base:" + archivo);
        try {
            Esquema.comprobar(conexion);
            return conexion;
        } catch (SQLException | RuntimeException e) {
            conexion.close();
            throw e;
        }
    }

    static Definitions definiciones() {
        return Definitions.of(new Informe(), new Bitacora())
                .resource("conexion_db", Resource.at("base.sql", Informe::abrir).closing(conexion -> {}))
                .job(Job.named("informe_diario").select("*resumen"));
    }
}
