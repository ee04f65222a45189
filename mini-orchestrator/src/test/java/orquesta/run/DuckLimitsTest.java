package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.testkit.TestHome;

/** What a query may take of the machine. */
@Tag("once")
class DuckLimitsTest {
    private static final long MIB = 1024L * 1024;

    @Test
    void a_query_takes_at_most_40_percent_of_the_memory_or_800_mib_and_what_does_not_fit_goes_to_the_home()
            throws SQLException {
        try (TestHome home = TestHome.create()) {
            home.run(Definitions.of(AssetDefinition.named("a")
                    .computedBy(
                            in -> Relation.sql("select parse_formatted_bytes(current_setting('memory_limit')) as m, "
                                    + "current_setting('temp_directory') as t"))));

            String[] limits = home.lines("a").get(0).split(",", 2);
            assertThat(Double.parseDouble(limits[0]))
                    .isPositive()
                    .isLessThanOrEqualTo(800.0 * MIB)
                    .isLessThanOrEqualTo(0.41 * memory());
            assertThat(limits[1]).isEqualTo(home.folder().resolve("tmp").toString());
        }
    }

    /** DuckDB takes 80 % of it where nobody says anything. */
    private static double memory() throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet limit =
                        statement.executeQuery("select parse_formatted_bytes(current_setting('memory_limit'))")) {
            limit.next();
            return limit.getDouble(1) / 0.8;
        }
    }
}
