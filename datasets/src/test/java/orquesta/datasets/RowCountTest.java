package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCountTest {
    @TempDir
    private Path folder;

    @Test
    void counts_records_and_not_lines() throws IOException {
        assertThat(count("")).isZero();
        assertThat(count("\ufeff\n\r\n")).isZero();
        assertThat(count("a,b")).isZero();
        assertThat(count("a,b\n1,2\r\n\n\r\n \n3,4")).isEqualTo(3);
        assertThat(count("a,b\n\"1\n\n2\",\"x\"\"\n\"\n3,4\n")).isEqualTo(2);
        assertThat(count("a,b\n1,Monitor 24\"\n2,\"Monitor 24\"\"\"\n3,x\n")).isEqualTo(3);
        assertThat(count("a,b\n\r\r\n1\r2,3\n\r")).isEqualTo(3);
    }

    @Test
    void knows_fields_by_the_delimiter_of_the_header() throws IOException {
        assertThat(count("a;b\n1;x,\"y\n2;\"p\nq\"\n")).isEqualTo(2);
        assertThat(count("\"a,x\";\"b\"\n1;\",\n\"\n")).isEqualTo(1);
    }

    @Test
    void counts_alike_wherever_the_edge_of_the_buffer_falls() throws IOException {
        String row = "1,\"a\"\"b\n,\",\"\"\r\n2,plain text that is longer,\n";
        for (int before = (1 << 18) - 60; before < (1 << 18) + 2; before++) {
            assertThat(count("h,i,j\n" + "x".repeat(before) + "\n" + row.repeat(3)))
                    .isEqualTo(7);
        }
    }

    @Test
    void shares_nothing_with_the_reader_of_records() {
        DescribedPredicate<JavaClass> readers = DescribedPredicate.describe("are the reader's", type -> {
            String name = type.getBaseComponentType().getName();
            return name.startsWith("de.siegmar")
                    || (name.startsWith("orquesta") && !name.startsWith("orquesta.datasets.RowCount"));
        });

        ArchRuleDefinition.noClasses()
                .that()
                .haveNameMatching("orquesta\\.datasets\\.RowCount")
                .should()
                .dependOnClassesThat(readers)
                .check(new ClassFileImporter().importClasses(RowCount.class));
    }

    /** The same in any number of parts, whatever stands where they begin. */
    private long count(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        long count = RowCount.of(file, 1);
        for (int parts = 2; parts <= 5; parts++) {
            assertThat(RowCount.of(file, parts)).isEqualTo(count);
        }
        return count;
    }
}
