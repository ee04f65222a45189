package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.demo.Card;
import orquesta.demo.CardStep;
import orquesta.text.Language;

/**
 * Shows a demo as its card says: each command as it stands there, each change of a file, each page; and looks for each line that the
 * room is said to see. A command of {@code kit} alone runs in this process, all else in a shell that stands in the folder.
 */
final class CardPlay implements AutoCloseable {
    private static final long PATIENCE = 120;
    private static final Pattern READ = Pattern.compile("\\$\\(cat (\\S+)\\)");
    private static final String KIT = "./kit ";
    private static final List<String> OF_A_HOME = List.of("why", "show", "runs", "logs", "rerun", "report");

    private final Card card;
    private final Path folder;
    private final Language language;
    /** What goes on in a terminal. */
    private final Map<Integer, Process> busy = new HashMap<>();

    private final Map<Integer, Path> said = new HashMap<>();
    private @Nullable Served served;

    CardPlay(Card card, Path folder, Language language) {
        this.card = card;
        this.folder = folder;
        this.language = language;
    }

    void play() throws Exception {
        for (CardStep step : card.steps()) {
            if (step.condition().isEmpty() || System.getenv(step.condition()) != null) {
                act(step);
            }
        }
    }

    private void act(CardStep step) throws Exception {
        if (step.typed().edit().isPresent()) {
            Console edited = Console.in(language.code(), "demo", card.id(), "--edit");
            assertThat(edited.exit()).as(edited.err()).isZero();
        }
        String command = step.typed().command();
        Callable<String> seen = command.isEmpty() ? () -> page(step.look().page()) : typed(step.typed());
        List<String> lines = step.look().lines(language);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        List<String> missing = missing(seen.call(), lines);
        while (!missing.isEmpty() && System.nanoTime() < end && mayYetCome(step)) {
            Thread.sleep(200);
            missing = missing(seen.call(), lines);
        }
        assertThat(missing)
                .as("%s in %s, %s%nwhat was seen:%n%s", card.id(), language, step, seen.call())
                .isEmpty();
    }

    private static boolean mayYetCome(CardStep step) {
        return step.typed().command().isEmpty() || step.typed().goesOn();
    }

    /** The lines of a card that are nowhere in what was seen. */
    static List<String> missing(String seen, List<String> lines) {
        List<String> there =
                seen.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
        return lines.stream()
                .filter(line -> there.stream().noneMatch(pattern(line).asPredicate()))
                .toList();
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(Arrays.stream(line.strip().split(" *… *", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** Types the command into its terminal once that is free, and gives what can be read there then. */
    private Callable<String> typed(CardStep.Typed typed) throws Exception {
        String before = free(typed.terminal());
        if (typed.command().startsWith("./kit serve")) {
            served = Served.start(language, words(typed.command()));
            String link = served.link();
            return () -> link;
        }
        if (typed.goesOn()) {
            Path out = Files.createTempFile(folder, "terminal", ".txt");
            busy.put(typed.terminal(), shell(typed.command(), out));
            said.put(typed.terminal(), out);
            return () -> Files.readString(out);
        }
        String now = before + all(typed.command());
        return () -> now;
    }

    /** What a command that went on in the terminal said until its end. */
    private String free(int terminal) throws Exception {
        Process process = busy.remove(terminal);
        if (process == null) {
            return "";
        }
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said.get(terminal)) + "\n";
    }

    private String all(String command) throws Exception {
        StringBuilder out = new StringBuilder();
        for (MatchResult read : READ.matcher(command).results().toList()) {
            awaitWritten(folder.resolve(read.group(1)));
        }
        for (String part : command.split(" && ")) {
            boolean ours = part.startsWith(KIT) && !part.contains("&") && !part.contains(";");
            if (ours) {
                Console console = Console.in(language.code(), (Object[]) words(part));
                out.append(console.out()).append(console.err());
            } else {
                Path file = Files.createTempFile(folder, "terminal", ".txt");
                assertThat(shell(part, file).waitFor(PATIENCE, TimeUnit.SECONDS))
                        .isTrue();
                out.append(Files.readString(file));
            }
        }
        return out.toString();
    }

    /** A hand that types comes later than a step that runs beside it. */
    private static void awaitWritten(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            assertThat(System.nanoTime()).as("nobody writes " + file).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** In this process nobody stands in the folder of the demo, so the words say where it is. */
    private String[] words(String command) {
        String placed = command.substring(KIT.length())
                .replaceAll("\\s+\\\\?\\s*", " ")
                .replaceAll("(?<= )(tienda|(?<=--(home|html) )\\S+)", folder + "/$1")
                .replace("\"", "");
        boolean needsHome = OF_A_HOME.contains(placed.split(" ")[0]) && !placed.contains(" --home ");
        return (placed + (needsHome ? " --home " + folder.resolve(".orquesta") : "")).split(" ");
    }

    private Process shell(String command, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        builder.environment().put("ORQUESTA_LANG", language.code());
        builder.environment().remove("ORQUESTA_HOME");
        return builder.start();
    }

    private String page(String path) throws IOException, InterruptedException {
        URI address =
                URI.create(java.util.Objects.requireNonNull(served).link()).resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Language", language.code())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("\\s+", " ")
                .replaceAll("</(p|li|tr|h\\d|section|dd|details|summary|div)>", "\n")
                .replaceAll("<[^>]*>", " ")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Override
    public void close() {
        busy.values().forEach(process -> process.destroyForcibly().onExit().join());
        if (served != null) {
            served.close();
        }
    }
}
