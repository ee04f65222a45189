package orquesta.autograder.pipeline;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import orquesta.autograder.child.PlainReply;
import orquesta.autograder.child.Player;
import orquesta.autograder.child.ScriptRequest;
import orquesta.definition.Definitions;
import orquesta.relation.Duck;

/** The student's classes, loaded anew for each script, and the method in them that gives definitions. */
final class PipelineCode implements Player {
    private final Path classes;
    private final Path scratch;
    private final Duck reader;
    private final ClassLoader visible = new OrchestratorLoader();

    PipelineCode(Path classes, Path scratch, Duck reader) {
        this.classes = classes;
        this.scratch = scratch;
        this.reader = reader;
    }

    @Override
    public byte[] play(ScriptRequest request) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, visible)) {
            Method method = method(Class.forName(request.type(), false, loader), request.method());
            Object given = method.invoke(null);
            if (!(given instanceof Definitions definitions)) {
                return PlainReply.returned(given);
            }
            return PlainReply.returned(new ScriptRun(request.script(), scratch, reader, loader).of(definitions));
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            return PlainReply.failed(e.getCause() == null ? e : e.getCause());
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return PlainReply.noEntry(e.toString());
        } catch (Throwable e) {
            return PlainReply.failed(e);
        }
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name);
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new NoSuchMethodException("static " + name);
        }
        method.setAccessible(true);
        return method;
    }
}
