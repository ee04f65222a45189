package celda;

import static tech.tablesaw.aggregate.AggregateFunctions.*;

import java.nio.file.Path;
import tech.tablesaw.api.*;
import tech.tablesaw.selection.*;

public final class Guardado {
    static Table guardada(Table ventas, Path archivo) {
        Table nueva = ventas.copy();
        IntColumn codigo = IntColumn.create("codigo");
        boolean numeros = true;
        for (String texto : nueva.stringColumn("codigo")) {
            numeros = numeros && texto.matches("\\d+");
            codigo.append(numeros ? Integer.parseInt(texto) : 0);
        }
        if (numeros) {
            nueva.replaceColumn("codigo", codigo);
        }
        return Parquet.read(Parquet.write(nueva, archivo));
    }
}
