package orquesta.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.load.Checkout;
import orquesta.text.Message;
import orquesta.text.Names;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit new}: a pipeline of one's own that runs, checks and tests at once. */
@Command(name = "new", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "newName")
    String name = "";

    @Option(names = "--at", paramLabel = "DIR", descriptionKey = "at")
    @Nullable
    Path at;

    @Override
    public Integer call() {
        Names.requireKey(name, name);
        Checkout checkout = HomeOption.checkout();
        Path folder = checkout.folderFor(at, name);
        requireEmpty(folder);
        try {
            new NewPipeline(checkout, name, folder).write();
        } catch (IOException e) {
            throw new UserException(name, "new.unwritable", folder, e);
        }
        System.out.println(Message.of("new.made", folder, shown(checkout, folder)));
        return 0;
    }

    /** What to call it by: an example by its name, any other by its folder. */
    static String shown(Checkout checkout, Path folder) {
        return checkout.isExample(folder) ? folder.getFileName().toString() : Checkout.quoted(folder.toString());
    }

    static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UserException(folder.getFileName().toString(), "new.exists", folder);
    }
}
