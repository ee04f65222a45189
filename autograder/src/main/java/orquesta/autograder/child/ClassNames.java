package orquesta.autograder.child;

/** Simple names of classes, of which none passes for one of the JDK's: {@code RuntimeException}, but {@code caja.IOException}. */
public final class ClassNames {
    private static final Module JDK = Object.class.getModule();

    private ClassNames() {}

    /** With its package, if the class is not the JDK's and a public package of the JDK has one of this name. */
    public static String of(Class<?> type) {
        String simple = type.getSimpleName();
        boolean taken = !type.getName().startsWith("java.") && isOfJdk(simple);
        return taken ? type.getPackageName() + "." + simple : simple;
    }

    private static boolean isOfJdk(String simple) {
        return !simple.isEmpty()
                && JDK.getPackages().stream()
                        .filter(folder -> folder.startsWith("java."))
                        .anyMatch(folder -> Class.forName(JDK, folder + "." + simple) != null);
    }
}
