package orquesta.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.load.LiveDefinitions;

/** A real server over a home of its own, and a visitor of it who has no script. */
final class Visit implements AutoCloseable {
    static final String PIPELINE = "tienda";

    /** As after {@code ./kit serve tienda}. */
    static final Fact.Origin ORIGIN = new Fact.Origin("/own/prueba", Map.of("reports", "/out"), "prod", "");

    static final CommandLine COMMAND = new CommandLine("./kit", PIPELINE, null, Map.of());

    final Path home;
    final Orchestrator orchestrator;
    final LiveDefinitions definitions;
    final WebServer server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Visit(Path home, Path sources, Supplier<Pipeline> load, Map<String, String> environment) {
        this(home, new LiveDefinitions(existing(sources), load), environment, Clock.systemUTC());
    }

    /** @param clock what the pages take for the time */
    Visit(Path home, LiveDefinitions definitions, Map<String, String> environment, Clock clock) {
        this.home = home;
        this.orchestrator = Orchestrator.at(home);
        this.definitions = definitions;
        this.server = WebServer.start(
                new WebServer.Site(PIPELINE, definitions, orchestrator, COMMAND, environment, clock), 0);
    }

    private Visit(Path home, LiveDefinitions definitions, String chaos) {
        this.home = home;
        this.orchestrator = Orchestrator.at(home);
        this.definitions = definitions;
        this.server = WebServer.start(
                new WebServer.Site(
                        PIPELINE, definitions, orchestrator, COMMAND, Map.of(), Clock.systemUTC(), chaos, () -> ORIGIN),
                0);
    }

    private static Path existing(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A pipeline that does not change, on this machine. */
    static Visit of(Path home, Pipeline pipeline) {
        return new Visit(home, home, () -> pipeline, Map.of());
    }

    /** A pipeline that does not change, whose pages take faults. */
    static Visit withFaults(Path home, Pipeline pipeline) {
        return new Visit(home, new LiveDefinitions(home, () -> pipeline), "");
    }

    /** A pipeline that does not change, at a moment. */
    static Visit at(Path home, Pipeline pipeline, Clock clock) {
        return new Visit(home, new LiveDefinitions(home, () -> pipeline), Map.of(), clock);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Accept-Language", "en");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The token as a form of the home page has it. */
    String token() {
        return find("name=\"token\" value=\"([0-9a-f]{32})\"", page("/"));
    }

    HttpResponse<String> post(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Presses the button, and gives the path of the page that it leads to. */
    String run(String selection) {
        HttpResponse<String> answer = post("/runs", "token", token(), "select", selection);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** Runs to the end, in this thread, without the button. */
    void ran(String... selections) {
        orchestrator.run(definitions.now().pipeline().orElseThrow(), selections);
    }

    /** Runs a request to the end, in this thread. */
    void ran(RunRequest request) {
        orchestrator.run(definitions.now().pipeline().orElseThrow(), request);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("nothing like " + pattern + " in " + text);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        server.close();
        definitions.close();
        orchestrator.close();
    }
}
