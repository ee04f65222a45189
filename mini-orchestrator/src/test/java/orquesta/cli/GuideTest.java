package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.OwnJvm;

/** Every block of the guide does what it says in its language, one after the other, as a reader would paste it. */
@Tag("once")
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\S+) ?([^\\n]*)\\n((?s:.*?))^```$");

    @TempDir
    Path temp;

    private Path energia;
    private String language = "";

    @AfterEach
    void forget() {
        System.clearProperty("orquesta.root");
    }

    @Test
    void every_block_is_right() throws Exception {
        follow("GUIDE.md", "en");
    }

    /** The same blocks but for what they say of themselves. */
    @Tag("long")
    @Test
    void every_block_of_the_spanish_guide_is_right_too() throws Exception {
        follow("GUIDE.es.md", "es");
    }

    @Test
    void both_guides_have_the_same_blocks_but_for_their_words() throws IOException {
        assertThat(code("GUIDE.es.md")).isEqualTo(code("GUIDE.md")).hasSizeGreaterThan(12);
    }

    /** The blocks of a guide, without comments and texts. */
    private static List<String> code(String guide) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(guide)))
                .results()
                .map(block -> block.group().replaceAll("(?s)/\\*\\*.*?\\*/|//[^\\n]*|#[^\\n]*|\"[^\"\\n]*\"", ""))
                .toList();
    }

    private void follow(String guide, String spoken) throws Exception {
        language = spoken;
        temp = temp.toRealPath();
        energia = temp.resolve("own/energia");
        System.setProperty("orquesta.root", temp.resolve("kit").toString());
        List<String> kinds = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of(guide)));
        while (block.find()) {
            kinds.add(block.group(1));
            follow(block.group(1), block.group(2), block.group(3));
        }

        assertThat(kinds).hasSizeGreaterThan(12).contains("sh", "java", "cron", "ini");
        assertThat(Files.readString(temp.resolve("said"))).contains("norte", "2314", "4 tests successful");
    }

    private void follow(String kind, String where, String text) throws Exception {
        switch (kind) {
            case "java" -> java(where, text);
            case "cron" -> run(text.strip().replaceFirst("^(\\S+ +){5}", "").replaceFirst(" >> .*", ""));
            case "ini" -> understood(text.replaceFirst("(?s).*ExecStart=./kit (.*?)\\n.*", "$1"));
            default -> {
                for (String line : text.strip().split("\n")) {
                    run(line);
                }
            }
        }
    }

    private void java(String where, String text) throws IOException {
        Path main = energia.resolve("Energia.java");
        switch (where) {
            case "there" -> assertThat(Files.readString(main)).contains(text);
            case "definitions" -> {
                String source = Files.readString(main);
                String before = source.substring(0, source.indexOf("    public static Definitions definitions"));
                Files.writeString(main, before + text + "}\n");
            }
            case "test" -> insert(energia.resolve("EnergiaTest.java"), text, "    @Test");
            case "" -> insert(main, text, "    public static Definitions definitions");
            default -> Files.writeString(energia.resolve(where.replace("file ", "")), text);
        }
    }

    /** Imports go to the top, the rest before the first place that begins so. */
    private static void insert(Path file, String text, String before) throws IOException {
        Map<Boolean, String> parts = text.lines()
                .collect(Collectors.partitioningBy(
                        line -> line.startsWith("import "), Collectors.joining("\n", "", "\n")));
        String source = Files.readString(file);
        int at = source.indexOf(before);
        Files.writeString(
                file, parts.get(true) + source.substring(0, at) + parts.get(false) + "\n" + source.substring(at));
    }

    private String[] words(String line) {
        String[] words = line.replace("./kit ", "")
                .replace("~", temp.toString())
                .replace("\"", "")
                .split(" +");
        return words;
    }

    private void understood(String line) {
        assertThat(Main.commands().parseArgs(words(line)).hasSubcommand()).isTrue();
    }

    private void run(String line) throws Exception {
        if (line.startsWith("TARIFAS_KEY=")) {
            runWithKey(line.replaceFirst("\\S+ ", ""));
            return;
        }
        Console said = Console.in(language, (Object[]) words(line));
        Files.writeString(
                temp.resolve("said"), said.out() + said.err(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(said.exit()).as("%s%n%s", line, said).isZero();
    }

    /** In a process of its own: that alone can have another variable. */
    private void runWithKey(String line) throws Exception {
        List<String> command = OwnJvm.command("-Dorquesta.root=" + temp.resolve("kit"), "orquesta.cli.Main");
        command.addAll(List.of(words(line)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(temp.resolve("said").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("ORQUESTA"));
        builder.environment().put("ORQUESTA_LANG", language);
        builder.environment().put("TARIFAS_KEY", "secret");
        assertThat(builder.start().waitFor())
                .as(line + "\n" + Files.readString(temp.resolve("said")))
                .isZero();
    }
}
