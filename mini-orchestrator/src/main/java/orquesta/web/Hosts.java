package orquesta.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which this server may be asked: those of this machine for itself and, in a codespace, the one that its
 * port is forwarded under. A page elsewhere whose name was made to point here (DNS rebinding) comes with another name.
 */
final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, String> environment;

    Hosts(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The name that this port is forwarded under; empty outside of codespaces. */
    Optional<String> forwarded(int port) {
        String name = environment.getOrDefault("CODESPACE_NAME", "");
        String domain = environment.getOrDefault("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "");
        boolean codespace = "true".equals(environment.get("CODESPACES")) && !name.isEmpty() && !domain.isEmpty();
        return codespace ? Optional.of((name + "-" + port + "." + domain).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether {@code Host} or {@code X-Forwarded-Host} is one of our names, with any port of this machine. */
    boolean knows(@Nullable String authority, int port) {
        if (authority == null) {
            return false;
        }
        String host = authority.strip().toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(withoutPort(host)) || isForwarded(host, port);
    }

    private boolean isForwarded(String host, int port) {
        return forwarded(port)
                .map(name -> host.equals(name) || host.equals(name + ":443"))
                .orElse(false);
    }

    /**
     * Whether a page of this origin is one of ours: the very authority that was asked, or the codespace's.
     *
     * @param asked what the request names, all of them already known
     */
    boolean isOurs(String origin, List<String> asked, int port) {
        URI uri;
        try {
            uri = new URI(origin.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
        String authority = uri.getRawAuthority();
        if (authority == null || uri.getScheme() == null) {
            return false;
        }
        if ("https".equals(uri.getScheme()) && isForwarded(authority, port)) {
            return true;
        }
        boolean sameAsAsked = asked.stream().anyMatch(name -> name.strip().equalsIgnoreCase(authority));
        boolean here = LOOPBACK.contains(withoutPort(authority)) && authority.endsWith(":" + port);
        return "http".equals(uri.getScheme()) && LOOPBACK.contains(withoutPort(authority)) && (sameAsAsked || here);
    }

    private static String withoutPort(String authority) {
        return authority.replaceFirst(":\\d{1,5}$", "");
    }
}
