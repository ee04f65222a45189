package orquesta.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import orquesta.text.Problem;

/** Finds calls that would end the whole process in the byte code of definitions. */
final class ExitCalls {
    private static final Set<String> ENDING =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private ExitCalls() {}

    /** The calls in one class file; each names source file and line. */
    static List<Problem> in(byte[] classFile) {
        List<Problem> found = new ArrayList<>();
        new ClassReader(classFile).accept(new Visitor(found), ClassReader.SKIP_FRAMES);
        return found;
    }

    private static final class Visitor extends ClassVisitor {
        private final List<Problem> found;
        private String source = "?";

        Visitor(List<Problem> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visitSource(@Nullable String file, @Nullable String debug) {
            source = file == null ? "?" : file;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    called(owner + "." + called);
                }

                /** {@code System::exit} is no call here, but somebody will make it one. */
                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            called(handle.getOwner() + "." + handle.getName());
                        }
                    }
                }

                private void called(String call) {
                    if (ENDING.contains(call)) {
                        String name = call.substring(call.lastIndexOf('/') + 1);
                        found.add(Problem.at(source + ":" + line, "definition.exit", name));
                    }
                }
            };
        }
    }
}
