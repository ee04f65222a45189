package orquesta.autograder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.evidence.KeptChildren;
import orquesta.autograder.evidence.OwnChildren;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.files.Hash;
import orquesta.autograder.isolation.Archives;
import orquesta.autograder.isolation.ChildImage;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.isolation.Probe;
import orquesta.load.Checkout;

/** Where grading happens: a checkout's exercises, and what is kept beside its build. */
public record Workplace(Path root, Path cache, Clock clock) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The checkout that the user stands in. */
    public static Workplace here() {
        Path root = new Checkout(Path.of("")).folder();
        return new Workplace(root, root.resolve(".kit").resolve("autograder"), Clock.system(ZoneId.systemDefault()));
    }

    public Catalogue exercises() {
        return new Catalogue(root.resolve("exercises"));
    }

    /** What the children start from; made when it is missing. */
    public ChildImage image() throws IOException {
        Files.createDirectories(cache);
        ChildImage image = ChildImage.in(cache);
        new Archives(image).ensure();
        return image;
    }

    /** The same for children that run tests. */
    public ChildImage testImage() throws IOException {
        Files.createDirectories(cache);
        ChildImage image = ChildImage.ofTests(cache);
        new Archives(image).ensureOfTests();
        return image;
    }

    /** The same for children of answers that use libraries. */
    static ChildImage tableImage(Path cache) throws IOException {
        ChildImage image = ChildImage.ofTables(cache);
        new Archives(image).ensureOfTables();
        return image;
    }

    /** The same for children that run queries. */
    static ChildImage sqlImage(Path cache) throws IOException {
        ChildImage image = ChildImage.ofSql(cache);
        new Archives(image).ensureOfSql();
        return image;
    }

    /** The same for children that run pipelines. */
    static ChildImage pipelineImage(Path cache) throws IOException {
        ChildImage image = ChildImage.ofPipelines(cache);
        new Archives(image).ensureOfPipelines();
        return image;
    }

    /** The isolation found when it was last tried since this machine was started, else tried now. */
    public Isolation isolation(ChildImage image) throws IOException {
        String boot = Files.isReadable(BOOT) ? Files.readString(BOOT) : "";
        String key = boot + System.getProperty("user.name") + Runtime.version() + image.jar();
        Path known = cache.resolve("isolation-" + Hash.of(new TreeMap<>(), key));
        if (Files.isRegularFile(known)) {
            List<String> words = Arrays.asList(Files.readString(known).strip().split(" "));
            return new Isolation(Level.valueOf(words.get(0)), words.subList(1, words.size()));
        }
        Isolation found = new Probe(image).strongest();
        String line = (found.level() + " " + String.join(" ", found.escapes())).strip();
        Files.writeString(known, line, StandardCharsets.UTF_8);
        return found;
    }

    /** One whose compile worker starts at once, for an answer that is there. */
    public Controller controller(Isolation isolation, int lane) throws IOException {
        Compiler compiler = new Compiler(image());
        compiler.warm();
        return new Controller(new Bench(cache, lane, new OwnChildren()), compiler, isolation, clock);
    }

    /** One whose compile worker starts with the first answer that is compiled: of a batch that was graded before there may be none. */
    public Controller laneOfBatch(Isolation isolation, int lane) throws IOException {
        return new Controller(new Bench(cache, lane, new OwnChildren()), new Compiler(image()), isolation, clock);
    }

    /** One for answers of an author alone, which attack nobody: its children and class files stay from one to the next. */
    public Controller authorsController(Isolation isolation) throws IOException {
        Compiler compiler = Compiler.keeping(image());
        compiler.warm();
        return new Controller(new Bench(cache, 0, new KeptChildren()), compiler, isolation, clock);
    }
}
