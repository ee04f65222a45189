package orquesta.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;

/** A connection that notes every question, so that a test can ask how it is answered. */
final class Remembering {
    private Remembering() {}

    static Connection of(Connection connection, List<String> asked) {
        return (Connection) Proxy.newProxyInstance(
                Remembering.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
