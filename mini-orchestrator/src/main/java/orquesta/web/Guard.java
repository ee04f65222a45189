package orquesta.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import orquesta.text.Message;

/**
 * Stands before every request: the name that it asks for must be ours, the page that it comes from too, and what changes
 * something must be a POST with the token of this server.
 */
final class Guard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Hosts hosts;
    private final String token;

    Guard(Hosts hosts) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
        this.hosts = hosts;
    }

    String token() {
        return token;
    }

    /** Sets the headers of every answer, and answers itself where a request is refused. */
    void check(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        int port = context.req().getLocalPort();
        List<String> asked = asked(context);
        String unknown = asked.stream()
                .filter(name -> !hosts.knows(name, port))
                .findFirst()
                .orElse(asked.isEmpty() ? "-" : null);
        String origin = context.header("Origin");
        if (unknown != null) {
            refuse(context, Message.of("web.host", unknown, port));
        } else if (origin != null && !hosts.isOurs(origin, asked, port)) {
            refuse(context, Message.of("web.origin", origin, port));
        } else if (!context.method().name().matches("GET|HEAD") && !hasToken(context)) {
            refuse(context, Message.of("web.token"));
        }
    }

    /** Every name that the request claims: a proxy puts the one that the browser asked for beside its own. */
    private static List<String> asked(Context context) {
        List<String> names = new ArrayList<>();
        String host = context.header("Host");
        if (host != null) {
            names.add(host);
        }
        String forwarded = context.header("X-Forwarded-Host");
        if (forwarded != null) {
            names.addAll(Arrays.asList(forwarded.split(",")));
        }
        return names;
    }

    private boolean hasToken(Context context) {
        byte[] given =
                Objects.requireNonNullElse(context.formParam("token"), "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Context context, Message why) {
        String sentence = why.in(Visitor.language(context));
        context.status(HttpStatus.FORBIDDEN).contentType("text/plain; charset=utf-8");
        context.result(Look.visible(sentence) + "\n").skipRemainingHandlers();
    }
}
