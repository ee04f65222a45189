package limpieza;

import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.Collections;
import java.util.Iterator;

/** A provider of charsets that a service file names: whoever loads it ends there and then. */
public final class Juego extends CharsetProvider {
    public Juego() {
        Runtime.getRuntime().halt(0);
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
