package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.Relation;
import orquesta.lesson.Sandbox;
import orquesta.text.Language;
import orquesta.text.UserException;

class ProveedorTest {
    private final Sandbox sandbox = Sandbox.open();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void renames_one_column_of_the_catalogue_and_leaves_the_sales() throws IOException {
        Path folder = Proveedor.renombra(sandbox, "impuesto", "tasa");

        assertThat(sandbox.table(Relation.parquet(folder.resolve("catalogo.parquet")))
                        .columnNames())
                .contains("tasa", "producto", "categoria_norm")
                .doesNotContain("impuesto");
        assertThat(Files.mismatch(folder.resolve("ventas.csv"), sandbox.data("ventas.csv")))
                .isEqualTo(-1);
    }

    @Test
    void once_more_it_renames_another_column_of_the_first_catalogue() {
        Proveedor.renombra(sandbox, "impuesto", "tasa");
        Path folder = Proveedor.renombra(sandbox, "producto", "nombre");

        assertThat(sandbox.table(Relation.parquet(folder.resolve("catalogo.parquet")))
                        .columnNames())
                .contains("impuesto", "nombre");
    }

    @Test
    void a_column_that_is_not_there_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> Proveedor.renombra(sandbox, "impusto", "tasa"))
                .isInstanceOfSatisfying(UserException.class, refused -> {
                    assertThat(refused.problems().get(0).in(Language.EN))
                            .contains("the catalogue has no column \"impusto\"")
                            .contains("\"impuesto\"");
                    assertThat(refused.problems().get(0).in(Language.ES))
                            .contains("el catálogo no tiene la columna \"impusto\"");
                });
    }
}
