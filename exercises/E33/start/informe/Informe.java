package informe;

import base.Bitacora;
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

    /** Where the database lies. */
    record Lugar(String archivo) {}

    @Asset
    List<Venta> ventas(Lugar lugar) throws SQLException {
        Connection conexion = DriverManager.getConnection("jdbc:base:" + lugar.archivo());
        List<Venta> found = new ArrayList<>();
        try (Statement statement = conexion.createStatement();
                ResultSet rows = statement.executeQuery("select cliente, monto from venta")) {
            while (rows.next()) {
                found.add(new Venta(rows.getInt(1), rows.getLong(2)));
            }
        }
        return found;
    }

    @Asset
    List<Cliente> clientes(Lugar lugar) throws SQLException {
        Connection conexion = DriverManager.getConnection("jdbc:base:" + lugar.archivo());
        List<Cliente> found = new ArrayList<>();
        try (Statement statement = conexion.createStatement();
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
    Relation resumen(Relation ventas, Relation clientes, Relation metas) {
        return Relation.with("ventas", ventas)
                .with("clientes", clientes)
                .with("metas", metas)
                .sql("""
                select nombre, sum(monto) as total, any_value(meta) as meta
                from ventas join clientes using (cliente) join metas using (cliente)
                group by nombre
                """);
    }

    static Definitions definiciones() {
        return Definitions.of(new Informe(), new Bitacora())
                .resource("lugar", Resource.at("base.sql", Lugar::new))
                .job(Job.named("informe_diario").select("*resumen"));
    }
}
