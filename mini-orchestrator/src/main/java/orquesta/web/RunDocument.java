package orquesta.web;

import java.util.Map;
import java.util.Optional;
import orquesta.text.Language;

/** The page of a run as one file: its style stands in it, nothing is fetched, nothing can be pressed. */
public final class RunDocument {
    /** Nobody looks from a server: this page leads nowhere. */
    private static final String NO_TOKEN = "";

    private RunDocument() {}

    /**
     * Makes it.
     *
     * @param site the home of the run; its definitions give the graph and the sources, where they are at hand
     * @return HTML in UTF-8; empty if there is no such run
     */
    public static Optional<byte[]> of(WebServer.Site site, long run) {
        Look look = new Look(Language.current(), Theme.AUTO, "", NO_TOKEN);
        try (BackgroundRuns none = new BackgroundRuns(site)) {
            return new Pages(site, none)
                    .run(look, run, "")
                    .map(page -> new Renderer().html("run.jte", Map.of("page", page)));
        }
    }

    /** The style of all pages. */
    public static String style() {
        return new StaticFile("orquesta.css").text();
    }
}
