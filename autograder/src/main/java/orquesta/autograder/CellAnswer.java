package orquesta.autograder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.text.UserException;

/**
 * A method that a student writes in a cell: it is laid, with what it calls of other cells, into the class of the answer's
 * file, which is graded like any other.
 */
public final class CellAnswer {
    private static final String USUAL =
            "java.io.*; java.math.*; java.nio.file.*; java.time.*; java.util.*; java.util.function.*; java.util.stream.*";
    private static volatile @Nullable Supplier<List<CellDeclaration>> kernel;

    private final ExerciseFolder folder;
    private final Exercise exercise;
    private final Map<String, CellDeclaration> declared = new LinkedHashMap<>();

    private CellAnswer(ExerciseFolder folder, Exercise exercise, List<CellDeclaration> declarations) {
        this.folder = folder;
        this.exercise = exercise;
        declarations.forEach(each -> declared.put(each.name(), each));
    }

    /** What a cell declares: an import, a method, a type. */
    public record CellDeclaration(String name, Sort sort, String source) {
        public enum Sort {
            IMPORT,
            METHOD,
            TYPE
        }
    }

    /** Says where the declarations of the cells are to be had, those that count now; the newest of a name last. */
    public static void reads(Supplier<List<CellDeclaration>> declarations) {
        kernel = declarations;
    }

    /** Writes the file of the answer; does nothing where the exercise is none of a cell, or no kernel runs here. */
    static void lay(ExerciseFolder folder, Exercise exercise) throws IOException {
        Supplier<List<CellDeclaration>> cells = kernel;
        if (exercise.cell() && cells != null) {
            new CellAnswer(folder, exercise, cells.get()).write();
        }
    }

    private void write() throws IOException {
        String method = exercise.cellMethod() == null
                ? Objects.requireNonNull(exercise.entry()).method()
                : exercise.cellMethod();
        CellDeclaration own = declared.get(method);
        if (own == null || own.sort() != CellDeclaration.Sort.METHOD) {
            throw new UserException(exercise.id(), "cell.no_method", method);
        }
        String file = exercise.answer().get(0);
        ClassText text = new ClassText(ExerciseFolder.read(folder.start().resolve(file)));
        Path target = folder.answer().resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.writeString(target, text.with(method, asMember(own), helpers(own), imports()), StandardCharsets.UTF_8);
    }

    /** What the method calls of other cells, and what that calls; what the exercise gives is its own. */
    private List<String> helpers(CellDeclaration own) {
        Set<CellDeclaration> all = new LinkedHashSet<>(List.of(own));
        List<CellDeclaration> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            CellDeclaration next = open.remove(0);
            declared.values().stream()
                    .filter(each -> each.sort() != CellDeclaration.Sort.IMPORT && !isGiven(each.name()))
                    .filter(each -> Pattern.compile("\\b" + Pattern.quote(each.name()) + "\\b")
                            .matcher(next.source())
                            .find())
                    .filter(all::add)
                    .forEach(open::add);
        }
        all.remove(own);
        return all.stream().map(CellAnswer::asMember).toList();
    }

    private boolean isGiven(String name) {
        return exercise.given().stream()
                .anyMatch(file -> file.equals(name + ".java") || file.endsWith("/" + name + ".java"));
    }

    private static String asMember(CellDeclaration declaration) {
        String source = declaration.source().strip();
        boolean fixed =
                declaration.sort() == CellDeclaration.Sort.METHOD || source.matches("(?s)(\\w+\\s+)*?class\\s.*");
        boolean already =
                Pattern.compile("^[\\w\\s]*\\bstatic\\b").matcher(source).find();
        return fixed && !already ? "static " + source : source;
    }

    /** Those of the cells that an answer may use: of the JDK, and of its libraries. */
    private Set<String> imports() {
        boolean tables = exercise.libraries().contains("tablesaw");
        Set<String> imports = List.of(USUAL.split("; ")).stream()
                .map(each -> "import " + each + ";")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        declared.values().stream()
                .filter(each -> each.sort() == CellDeclaration.Sort.IMPORT)
                .map(each -> each.source().strip())
                .filter(each -> each.matches("import\\s+(static\\s+)?javax?\\..*")
                        || (tables && each.matches("import\\s+(static\\s+)?tech\\.tablesaw\\..*")))
                .map(each -> each.endsWith(";") ? each : each + ";")
                .forEach(imports::add);
        return imports;
    }
}
