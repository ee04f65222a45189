package limpieza;

import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.Collections;
import java.util.Iterator;

/** A provider of charsets that a service file names: whoever loads it never comes back. */
public final class Juego extends CharsetProvider {
    public Juego() {
        for (int n = 1; n > 0; n = n % 7 + 1) {}
    }

    @Override
    public Iterator<Charset> charsets() {
        return Collections.emptyIterator();
    }

    @Override
    public Charset charsetForName(String name) {
        return null;
    }
}
