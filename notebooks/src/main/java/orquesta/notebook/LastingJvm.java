package orquesta.notebook;

import java.util.Properties;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ShutdownReply;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;

/**
 * The JVM of kernels one after the other, for the runs of lessons: its start and warm-up cost more than most cells. When
 * Jupyter asks for a restart, the JVM stays, with what its libraries have made once, and a new kernel answers: with a
 * JShell, class loader and threads of its own, and the system's properties as they were before the first.
 */
final class LastingJvm {
    private final JupyterConnection connection;
    private final Callable<NotebookKernel> start;
    private final Properties properties = (Properties) System.getProperties().clone();

    LastingJvm(JupyterConnection connection, Callable<NotebookKernel> start) {
        this.connection = connection;
        this.start = start;
    }

    /** Whether this JVM was told to outlast its kernels. */
    static boolean isThis() {
        return Boolean.getBoolean("orquesta.kernel.lasting");
    }

    /** Lets a new kernel answer from now on. */
    void begin() throws Exception {
        NotebookKernel kernel = start.call();
        kernel.becomeHandlerForConnection(connection);
        ShellHandler<ShutdownRequest> ending = connection.getHandler(MessageType.SHUTDOWN_REQUEST);
        connection.setHandler(MessageType.SHUTDOWN_REQUEST, (client, request) -> {
            if (request.getContent().isRestart()) {
                restart(kernel, client);
            } else {
                ending.handle(client, request);
            }
        });
    }

    /** Answers once the new kernel is there; not at all if none can be made. */
    private void restart(NotebookKernel before, ShellReplyEnvironment client) {
        before.onShutdown(true);
        System.setProperties((Properties) properties.clone());
        try {
            begin();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        client.reply(ShutdownReply.SHUTDOWN_AND_RESTART);
    }
}
