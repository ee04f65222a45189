package orquesta.autograder.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import orquesta.autograder.child.Runner;
import orquesta.definition.Definitions;
import orquesta.relation.Duck;

/** The child that runs definitions. It holds no expected value and gives no verdict. */
public final class PipelineRunner {
    private PipelineRunner() {}

    /**
     * Serves requests until there are none.
     *
     * @param args the folder of the student's classes; with a second word it runs a pipeline of its own, for an archive
     */
    public static void main(String[] args) {
        boolean rehearses = args.length > 1;
        Path scratch = rehearses ? Path.of(args[0]) : scratch();
        System.setProperty("org.sqlite.tmpdir", scratch.toString());
        Duck reader = new Duck(scratch.resolve("tmp")); // the end of the process closes it
        reader.session().close(); // opened now, while the answer is compiled: no call waits for it
        if (rehearses) {
            var unused = new ScriptRun(Rehearsed.SCRIPT, scratch, reader, PipelineRunner.class.getClassLoader())
                    .of(Definitions.of(new Rehearsed()));
        }
        Runner.run(Path.of(args[0]), new PipelineCode(Path.of(args[0]), scratch, reader));
    }

    /** Where it stands, if that may be written; else the temporary folder: its room has no other that may be. */
    private static Path scratch() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isWritable(here) ? here : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
