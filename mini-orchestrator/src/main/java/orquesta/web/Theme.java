package orquesta.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/** How pages look; {@code auto} follows the browser. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK,
    PROJECTOR;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its button says. */
    public Message label() {
        return Message.of(
                switch (this) {
                    case AUTO -> "web.theme_auto";
                    case LIGHT -> "web.theme_light";
                    case DARK -> "web.theme_dark";
                    case PROJECTOR -> "web.theme_projector";
                });
    }

    /** The theme of this name; {@code auto} if there is none. */
    static Theme parse(@Nullable String text) {
        for (Theme theme : values()) {
            if (theme.text().equals(text)) {
                return theme;
            }
        }
        return AUTO;
    }
}
