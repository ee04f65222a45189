package pruebas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** The JDK's own keytool, for each line of its input; it ends this process where it fails. */
public final class Llaves {
    private Llaves() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Method keytool = Class.forName("sun.security.tools.keytool.Main").getMethod("main", String[].class);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            keytool.invoke(null, (Object) line.split(" "));
        }
    }
}
