package orquesta.autograder.compile;

/**
 * One error of the compiler.
 *
 * @param file the path in the answer
 * @param code the compiler's own key: {@code compiler.err.cant.resolve.location}
 * @param source the line as it is written
 */
public record CompileError(String file, int line, int column, String code, String message, String source) {}
