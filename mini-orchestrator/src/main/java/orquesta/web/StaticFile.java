package orquesta.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** One of the files that pages load: read once, never from anywhere else. */
final class StaticFile {
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private final byte[] content;
    private final String type;

    StaticFile(String name) {
        this.type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        try (InputStream in = Objects.requireNonNull(StaticFile.class.getResourceAsStream(name))) {
            this.content = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    void send(Context context) {
        context.contentType(type).result(content);
    }
}
