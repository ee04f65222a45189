package orquesta.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import orquesta.alert.Channel;
import orquesta.text.Message;

/** Posts JSON. An answer of 2xx is good; 408, 429 and 5xx may be better next time; any other is not. */
final class HttpNotifier {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<Integer> BUSY = Set.of(408, 429);
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_OTHER = 300;
    private static final int FIRST_OF_SERVER = 500;

    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();

    HttpNotifier(Secrets secrets) {
        this.secrets = secrets;
    }

    void send(Channel.Http to, Notice notice) throws NotSent, InterruptedException {
        HttpRequest request = request(to, notice);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(LIMIT)
                    .sslContext(TrustedServers.context(secrets))
                    .build(); // redirects are not followed: the key stays here
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < FIRST_GOOD || status >= FIRST_OTHER) {
                boolean again = BUSY.contains(status) || status >= FIRST_OF_SERVER;
                throw new NotSent(again, Message.of("alert.http_status", to.variable(), status));
            }
        } catch (IOException e) { // its message may hold the address
            Message lost =
                    Message.of("alert.http_lost", to.variable(), e.getClass().getSimpleName());
            throw TrustedServers.refused(e, Message.of("alert.http_who", to.variable()))
                    .orElseGet(() -> new NotSent(true, lost));
        }
    }

    private HttpRequest request(Channel.Http to, Notice notice) throws NotSent {
        try {
            return HttpRequest.newBuilder(URI.create(secrets.require(to.variable())))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body(notice), StandardCharsets.UTF_8))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new NotSent(false, Message.of("alert.http_address", to.variable()));
        }
    }

    private String body(Notice notice) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", notice.text());
        body.put("pipeline", notice.pipeline());
        body.put("alert", notice.alert());
        body.put("count", notice.lines().size());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
