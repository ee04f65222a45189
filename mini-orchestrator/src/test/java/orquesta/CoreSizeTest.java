package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a student reads in one evening to know how an orchestrator works: about 2,500 lines without comments, blanks and
 * imports, in about 60 types. Concepts count more than lines; the engine room behind it has no cap.
 */
@Tag("once")
class CoreSizeTest {
    private static final int GOAL_LINES = 2_500;
    private static final int GOAL_TYPES = 60;
    /** Where it stands; goes down with every line that is saved, and never up. */
    private static final int MOST_LINES = 3_010;

    private static final int MOST_TYPES = 136;

    private static final Pattern TYPE = Pattern.compile(
            "^\\s*(?:(?:public|private|protected|static|final|sealed|abstract)\\s+)*(?:class|record|interface|enum|@interface)\\s+\\w");

    private record Size(String name, long lines, long types) {}

    @Test
    void the_evening_grows_no_further_from_its_goal() throws IOException {
        long lines = 0;
        long types = 0;
        for (String name : Stream.concat(ArchitectureTest.EVENING.stream(), ArchitectureTest.CORE.stream())
                .distinct()
                .toList()) {
            Size size = size(name);
            boolean evening = ArchitectureTest.EVENING.contains(name);
            System.out.printf(
                    "%6d lines %4d types  %s%s%n", size.lines, size.types, name, evening ? "" : " (engine room)");
            lines += evening ? size.lines : 0;
            types += evening ? size.types : 0;
        }
        System.out.printf("%6d lines %4d types  the evening (goal: %d and %d)%n", lines, types, GOAL_LINES, GOAL_TYPES);

        assertThat(lines).isBetween(1L, (long) MOST_LINES);
        assertThat(types).isBetween(1L, (long) MOST_TYPES);
    }

    private static Size size(String name) throws IOException {
        Path folder = Path.of("src", "main", "java").resolve(name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            long lines = 0;
            long types = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                lines += codeLines(source);
                types += source.lines().filter(TYPE.asPredicate()).count();
            }
            return new Size(name, lines, types);
        }
    }

    /** Lines that hold more than comment, blank and import. The formatter lets no code stand before or after a block comment. */
    static long codeLines(String source) {
        boolean comment = false;
        long count = 0;
        for (String line : source.split("\n")) {
            String text = line.strip();
            comment = comment || text.startsWith("/*");
            boolean named = text.startsWith("import ") || text.startsWith("package ");
            if (!comment && !text.isEmpty() && !text.startsWith("//") && !named) {
                count++;
            }
            comment = comment && !text.endsWith("*/");
        }
        return count;
    }

    @Test
    void comments_blanks_and_imports_do_not_count() {
        List<String> lines = List.of(
                "/**", " * Words.", " */", "package x;", "", "// why", "/** One line. */", "int a = 1; // why", "}");

        assertThat(codeLines(String.join("\n", lines))).isEqualTo(2);
    }
}
