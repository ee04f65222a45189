package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.Orchestrator;
import orquesta.OwnJvm;
import orquesta.demo.Card;
import orquesta.demo.Cards;
import orquesta.event.StepRecord;
import orquesta.text.Language;
import pruebas.Turnos;

/** Each card of a demo is shown as it says, and what the room is said to see is seen. */
@Tag("once")
class DemoCardTest {
    @TempDir
    static Path temp;

    static List<String> cards() {
        return Cards.IDS;
    }

    /** A checkout whose {@code kit} is this build. */
    @BeforeAll
    static void a_checkout() throws IOException {
        temp = temp.toRealPath();
        String java = OwnJvm.command("-Dorquesta.root=" + temp, "orquesta.cli.Main").stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Path kit = Files.writeString(temp.resolve("kit"), "#!/bin/sh\nexec " + java + " \"$@\"\n");
        assertThat(kit.toFile().setExecutable(true)).isTrue();
        System.setProperty("orquesta.root", temp.toString());
    }

    @AfterAll
    static void put_back() {
        System.clearProperty("orquesta.root");
    }

    private static Path folder(String id) {
        return temp.resolve(".orquesta").resolve("demos").resolve(id);
    }

    /** A day of D10 takes a second and a source of D6 more, so that a teacher finds the time to show it; here each waits for its turn. */
    private static void show(Card card, Language language) throws Exception {
        Path source = folder(card.id()).resolve("tienda").resolve("Tienda.java");
        if (Files.exists(source)) {
            Files.writeString(source, inTurns(Files.readString(source)));
        }
        Turnos.begin();
        try (CardPlay play = new CardPlay(card, folder(card.id()), language)) {
            play.play();
        }
    }

    /** In one language: what the other says of the same events is asked where more time is. */
    @ParameterizedTest
    @MethodSource("cards")
    void the_room_sees_what_the_card_says_and_one_that_is_laid_anew_begins_anew(String id) throws Exception {
        Language language = Cards.IDS.indexOf(id) % 2 == 0 ? Language.ES : Language.EN;
        Console laid = Console.in(language.code(), "demo", id);

        assertThat(laid.err()).isEmpty();
        show(Cards.read(id), language);
        if (id.equals("D6")) {
            requireStaircaseThenTogether(folder(id));
        }
        if (id.equals("D1")) { // laid anew, it has nothing of the time before
            assertThat(names(id)).contains("orquesta.db");
            laidAnew(id, Language.EN);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("cards")
    void it_does_so_again_after_it_is_laid_anew_and_in_each_language(String id) throws Exception {
        Card card = Cards.read(id);
        for (Language language : Language.values()) {
            laidAnew(id, language);
            show(card, language);
        }
    }

    /** What takes its time takes a turn; the number of a process is written once, so that nobody reads half of it. */
    private static String inTurns(String source) {
        return source.replace("Thread.sleep(1_500)", "pruebas.Turnos.read()")
                .replace("sucursal(int n) throws InterruptedException", "sucursal(int n) throws Exception")
                .replaceAll("(norte|sur|este|productos)\\(\\) throws InterruptedException", "$1() throws Exception")
                .replace("Thread.sleep(Long.parseLong(pausa.strip()))", "pruebas.Turnos.day(run.number())")
                .replaceAll("Files\\.writeString\\((Path\\.of\\(\"pid.*\\)), pid\\);", "if (!Files.exists($1)) $0");
    }

    private static void laidAnew(String id, Language language) throws IOException {
        Console again = Console.in(language.code(), "demo", id, "--again");

        assertThat(again.err()).isEmpty();
        assertThat(names(id)).doesNotContain("orquesta.db", "informes");
    }

    private static List<String> names(String id) throws IOException {
        try (Stream<Path> files = Files.walk(folder(id))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The bars of D6: by one worker each source begins after the one before, by four all begin before one ends. */
    private static void requireStaircaseThenTogether(Path folder) {
        try (Orchestrator orchestrator = Orchestrator.at(folder.resolve(".orquesta"))) {
            List<StepRecord.Times> stairs = sources(orchestrator, 1);
            List<StepRecord.Times> together = sources(orchestrator, 2);
            for (int i = 1; i < stairs.size(); i++) {
                assertThat(stairs.get(i).started())
                        .isAfterOrEqualTo(stairs.get(i - 1).ended());
            }
            assertThat(together.get(3).started()).isBefore(together.get(0).ended());
        }
    }

    /** The times of what reads no other asset, in the order in which they began. */
    private static List<StepRecord.Times> sources(Orchestrator orchestrator, long run) {
        List<StepRecord.Times> times =
                orchestrator
                        .history()
                        .steps(orchestrator.history().run(run).orElseThrow().id())
                        .stream()
                        .filter(step -> List.of("norte", "sur", "este", "productos")
                                .contains(step.task().text()))
                        .map(StepRecord::times)
                        .sorted(Comparator.comparing(step -> Objects.requireNonNull(step.started())))
                        .toList();
        assertThat(times).hasSize(4);
        return times;
    }

    @ParameterizedTest
    @MethodSource("cards")
    void the_card_is_read_in_a_terminal_and_both_languages_say_as_much(String id) {
        Card card = Cards.read(id);
        Path at = temp.resolve("read");
        List<String> english =
                Console.in("en", "demo", id, "--at", at).out().lines().toList();
        List<String> spanish =
                Console.in("es", "demo", id, "--at", at).out().lines().toList();

        assertThat(card.steps()).hasSizeBetween(2, 6);
        assertThat(card.steps().stream().flatMap(step -> step.look().lines(Language.EN).stream()))
                .hasSizeGreaterThan(2);
        for (List<String> said : List.of(english, spanish)) {
            assertThat(said)
                    .filteredOn(line -> !line.contains(at.toString()))
                    .allMatch(line -> line.length() <= 80, id);
            assertThat(said).anyMatch(line -> line.strip().equals("cd " + at.resolve(id)));
            assertThat(said).anyMatch(line -> line.strip().equals("./kit demo " + id + " --again --at " + at));
            card.steps().stream()
                    .flatMap(step -> step.typed().command().lines().map(String::strip))
                    .forEach(command ->
                            assertThat(said).anyMatch(line -> line.strip().equals(command)));
        }
        card.steps().forEach(step -> {
            assertThat(step.look().lines(Language.ES)).hasSameSizeAs(step.look().lines(Language.EN));
            assertThat(step.text().in(Language.ES))
                    .isNotEqualTo(step.text().in(Language.EN))
                    .isNotBlank();
            step.look().lines(Language.EN).forEach(line -> assertThat(english).contains("   | " + line));
            step.look().lines(Language.ES).forEach(line -> assertThat(spanish).contains("   | " + line));
        });
    }

    @Test
    void a_line_that_is_not_there_is_missed() {
        String seen = "  ✓ ok     ventas: published\n✗ failed  total: no column";

        assertThat(CardPlay.missing(seen, List.of("✓ ok … ventas", "failed total")))
                .isEmpty();
        assertThat(CardPlay.missing(seen, List.of("✓ ok … total", "ventas … failed", "(ok)")))
                .containsExactly("✓ ok … total", "ventas … failed", "(ok)");
    }

    @Test
    void all_are_listed_and_an_unknown_one_gets_the_nearest() {
        Console list = Console.kit("demo");
        assertThat(list.out().lines()).hasSize(Cards.IDS.size() + 2).allMatch(line -> line.length() <= 110);
        assertThat(list.out()).contains("D1 ", "cron ");

        Console unknown = Console.kit("demo", "D77");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no demo \"D77\"; did you mean \"D7\"? There are: D1, ");
        assertThat(Console.in("es", "demo", "crom").err())
                .contains("no existe la demo \"crom\"; ¿quisiste decir \"cron\"?");
    }

    @Test
    void a_folder_that_holds_something_else_is_not_touched() throws IOException {
        Path mine = Files.createDirectories(temp.resolve("other").resolve("D1"));
        Files.writeString(mine.resolve("tesis.txt"), "mine");

        Console console = Console.kit("demo", "D1", "--again", "--at", temp.resolve("other"));

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("something else lies at " + mine, "--at DIR");
        assertThat(mine.resolve("tesis.txt")).hasContent("mine");
        assertThat(mine.resolve("kit")).doesNotExist();
    }

    @Test
    void a_change_is_made_and_taken_back_and_its_absence_is_told() throws IOException {
        Path at = temp.resolve("changed");
        Console.kit("demo", "D7", "--at", at);
        Path source = at.resolve("D7/tienda/Tienda.java");
        String before = Files.readString(source);

        assertThat(Console.kit("demo", "D7", "--edit", "--at", at).out()).contains("Tienda.java is changed");
        assertThat(source).content().contains("productos(Relation ingresosTotales)");
        assertThat(Console.kit("demo", "D7", "--edit", "--at", at).out()).contains("is as it was");
        assertThat(source).hasContent(before);

        Files.writeString(source, "class Tienda {}");
        Console gone = Console.kit("demo", "D7", "--edit", "--at", at);
        assertThat(gone.exit()).isEqualTo(2);
        assertThat(gone.err()).contains("the lines of the card do not stand in tienda/Tienda.java", "--again");
        assertThat(Console.kit("demo", "D8", "--edit", "--at", at).err())
                .contains("D8 has no step that changes a file");
    }
}
