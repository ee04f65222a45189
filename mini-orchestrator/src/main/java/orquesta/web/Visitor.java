package orquesta.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import orquesta.text.Language;

/** What a request says about who looks: a choice made before (a cookie), else what the browser prefers. */
final class Visitor {
    private static final int YEAR = 365 * 24 * 60 * 60;

    private Visitor() {}

    /** @param base what the addresses of the pipeline begin with that is looked at */
    static Look look(Context context, String token, String base) {
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        return new Look(language(context), Theme.parse(context.cookie("theme")), context.path() + query, token, base);
    }

    /** The language chosen, else the first of the browser's that we speak, else that of the process. */
    static Language language(Context context) {
        String chosen = context.cookie("lang");
        if (chosen != null && chosen.matches("en|es")) {
            return Language.valueOf(chosen.toUpperCase(Locale.ROOT));
        }
        String wanted = Objects.requireNonNullElse(context.header("Accept-Language"), "");
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), List.of(Locale.ENGLISH, new Locale("es")));
            return found == null
                    ? Language.current()
                    : Language.valueOf(found.getLanguage().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Language.current();
        }
    }

    /** Keeps a choice of language or theme, and goes back to the page. */
    static void choose(Context context) {
        String language = context.formParam("lang");
        String theme = context.formParam("theme");
        if (language != null) {
            keep(context, "lang", "es".equals(language) ? "es" : "en");
        }
        if (theme != null) {
            keep(context, "theme", Theme.parse(theme).text());
        }
        String back = Objects.requireNonNullElse(context.formParam("back"), "/");
        // A path of ours only: "//elsewhere" and "/\elsewhere" are other servers to a browser.
        boolean ours = back.matches("/([^/\\\\\\s].*)?") && back.chars().noneMatch(Character::isISOControl);
        context.redirect(ours ? back : "/", HttpStatus.SEE_OTHER);
    }

    private static void keep(Context context, String name, String value) {
        context.cookie(new Cookie(name, value, "/", YEAR, false, true, null, SameSite.STRICT));
    }
}
