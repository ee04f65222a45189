package orquesta.notebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import orquesta.text.UserException;

/**
 * Calls that would end the kernel with all that the notebook holds, as {@code System.exit} does: in the classes of cells they
 * go to {@link #refused} instead.
 */
public final class CellExits {
    private static final Set<String> ENDING =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    private static final String HERE = "orquesta/notebook/CellExits";
    private static final String REFUSED = "refused";

    private CellExits() {}

    /** Stands for {@link System#exit}. */
    @SuppressWarnings("DoNotCallSuggester") // only cells call it, which asked for another method
    public static void refused(int code) {
        throw new UserException("", "kernel.exit", code);
    }

    /** Stands for {@link Runtime#exit} and {@link Runtime#halt}. */
    @SuppressWarnings("DoNotCallSuggester") // as above
    public static void refused(Runtime unused, int code) {
        refused(code);
    }

    /** A class file of a cell, without calls that would end the kernel. */
    static byte[] without(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Replacing(writer), 0);
        return writer.toByteArray();
    }

    private static final class Replacing extends ClassVisitor {
        Replacing(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String generic, String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, generic, exceptions)) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    if (ENDING.contains(owner + "." + called)) {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, HERE, REFUSED, argumentsOf(owner), false);
                    } else {
                        super.visitMethodInsn(opcode, owner, called, type, isInterface);
                    }
                }

                /** Method references such as {@code System::exit}. */
                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
                    Object[] harmless = new Object[arguments.length];
                    for (int i = 0; i < arguments.length; i++) {
                        boolean ends = arguments[i] instanceof Handle handle
                                && ENDING.contains(handle.getOwner() + "." + handle.getName());
                        harmless[i] = ends ? harmless((Handle) arguments[i]) : arguments[i];
                    }
                    super.visitInvokeDynamicInsn(name, type, maker, harmless);
                }
            };
        }

        private static Handle harmless(Handle ending) {
            return new Handle(Opcodes.H_INVOKESTATIC, HERE, REFUSED, argumentsOf(ending.getOwner()), false);
        }

        private static String argumentsOf(String owner) {
            return owner.endsWith("Runtime") ? "(Ljava/lang/Runtime;I)V" : "(I)V";
        }
    }
}
