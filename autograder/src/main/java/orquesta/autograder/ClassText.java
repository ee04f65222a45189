package orquesta.autograder;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The text of a file with one class, into which methods are laid. */
record ClassText(String text) {
    /** A method laid in place of the one of its name, others behind it, imports before the class. */
    String with(String method, String source, List<String> others, Set<String> imports) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, found -> {}, List.of("-proc:none"), null, List.of(file()));
        CompilationUnitTree unit = task.parse().iterator().next();
        SourcePositions places = Trees.instance(task).getSourcePositions();
        ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
        Tree old = type.getMembers().stream()
                .filter(member ->
                        member instanceof MethodTree found && found.getName().contentEquals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the starter has no method " + method));
        int begin = (int) places.getStartPosition(unit, old);
        int end = (int) places.getEndPosition(unit, old);
        int head = unit.getPackageName() == null
                ? 0
                : text.indexOf(';', (int) places.getEndPosition(unit, unit.getPackageName())) + 1;
        String members = others.isEmpty()
                ? ""
                : "\n\n" + String.join("\n\n", others).indent(4).stripTrailing();
        return text.substring(0, head)
                + "\n\n"
                + String.join("\n", imports)
                + text.substring(head, begin)
                + source.indent(4).strip()
                + members
                + text.substring(end);
    }

    private JavaFileObject file() {
        return new SimpleJavaFileObject(URI.create("string:///Clase.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return text;
            }
        };
    }
}
