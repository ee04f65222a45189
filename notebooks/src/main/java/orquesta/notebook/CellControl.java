package orquesta.notebook;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * How JShell loads, changes and runs the classes that it compiles from cells. JShell compiles a declaration again whenever
 * something that it names changes. It then asks to change the class where it stands, as its own tool does through a
 * debugger, and replaces the class if that is refused. We do what the tool does, so that values and objects stay, and
 * {@link Variables} hands on the values where a class is replaced all the same.
 */
final class CellControl extends DirectExecutionControl {
    private final SnippetLoader loader;
    private final CellRunner runner;
    private final Variables variables;
    private final Optional<Instrumentation> instrumentation;
    private final Set<String> held = new HashSet<>();
    private @Nullable Object result;
    private @Nullable CellStopped stopped;

    CellControl(
            SnippetLoader loader, CellRunner runner, Variables variables, Optional<Instrumentation> instrumentation) {
        super(loader);
        this.loader = loader;
        this.runner = runner;
        this.variables = variables;
        this.instrumentation = instrumentation;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(classes);
        for (ClassBytecodes each : classes) {
            if (Variables.isHolder(each.name())) {
                variables.settle(each.name());
            }
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Instrumentation jvm = instrumentation.orElseThrow(() -> new NotImplementedException("no agent"));
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                refuseStaleFields(classes[i]);
                definitions[i] = new ClassDefinition(
                        loader.findClass(classes[i].name()), CellExits.without(classes[i].bytecodes()));
            }
            jvm.redefineClasses(definitions);
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError e) {
            throw new ClassInstallException(e.toString(), new boolean[classes.length]);
        }
        classesRedefined(classes);
    }

    /** What the last statement gave. */
    @Nullable
    Object takeResult() {
        Object taken = result;
        result = null;
        return taken;
    }

    Optional<CellStopped> takeStopped() {
        Optional<CellStopped> taken = Optional.ofNullable(stopped);
        stopped = null;
        return taken;
    }

    /** The variables declared by the last statement that had a value just before. */
    Set<String> takeHeld() {
        Set<String> taken = Set.copyOf(held);
        held.clear();
        return taken;
    }

    /** Keeps the object that the code gives; JShell itself would ask for its text, whatever that costs. */
    @Override
    protected String invoke(Method code) throws Exception {
        Variables.fields(code.getDeclaringClass())
                .filter(Variables::isSet)
                .map(Field::getName)
                .forEach(held::add);
        try {
            result = runner.call(() -> code.invoke(null));
            return "";
        } catch (CellStopped e) {
            stopped = e;
            throw new StoppedException();
        }
    }

    /**
     * The JVM changes methods only. It would not run the initializers of static fields again, and it does not notice that a
     * {@code List<P>} is one of another {@code P} now: such a class is replaced.
     */
    private void refuseStaleFields(ClassBytecodes changed) throws ClassNotFoundException {
        boolean stale = Variables.isHolder(changed.name())
                ? !fieldTypes(changed.bytecodes()).equals(fieldTypes(loader.byteCode(changed.name())))
                : Variables.fields(loader.findClass(changed.name())).findAny().isPresent();
        if (stale) {
            throw new UnsupportedOperationException(changed.name() + " has static fields");
        }
    }

    private static Map<String, String> fieldTypes(byte[] classFile) {
        Map<String, String> types = new HashMap<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable FieldVisitor visitField(
                                    int access,
                                    String name,
                                    String type,
                                    @Nullable String generic,
                                    @Nullable Object value) {
                                types.put(name, type + generic);
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return types;
    }
}
