package orquesta.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The demos that there are. */
public final class Cards {
    public static final List<String> IDS = List.of("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11");

    private Cards() {}

    /**
     * Reads a card.
     *
     * @param id one of {@link #IDS}
     */
    public static Card read(String id) {
        return CardReader.read(id, text(id + ".card"));
    }

    /** A file beside the cards. */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Cards.class.getResourceAsStream("/orquesta/demo/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
