package orquesta.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.crontab.Crontab;
import orquesta.crontab.CrontabPipeline;
import orquesta.load.Checkout;
import orquesta.text.Message;
import orquesta.text.Names;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit import}: pipelines made of what others run. */
@Command(name = "import", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class ImportCommand {
    /** Where a new pipeline goes, and what it is called. */
    static final class Target {
        @Option(names = "--name", paramLabel = "NAME", descriptionKey = "importName")
        String name = "mi_crontab";

        @Option(names = "--at", paramLabel = "DIR", descriptionKey = "at")
        @Nullable
        Path at;

        @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "importZone")
        String zone = "";
    }

    @Command(name = "crontab", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int crontab(
            @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "crontab") Path file,
            @picocli.CommandLine.Mixin Target target) {
        Names.requireKey("--name", target.name);
        Crontab crontab = Crontab.read(text(file), target.zone);
        Checkout checkout = HomeOption.checkout();
        Path folder = checkout.folderFor(target.at, target.name);
        NewCommand.requireEmpty(folder);
        NewPipeline made = new NewPipeline(checkout, target.name, folder);
        CrontabPipeline pipeline = new CrontabPipeline(crontab, made.className());
        try {
            made.write(pipeline.source(made.header()));
        } catch (IOException e) {
            throw new UserException(target.name, "new.unwritable", folder, e);
        }
        say(pipeline, folder, NewCommand.shown(checkout, folder));
        return 0;
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UserException("FILE", "crontab.letters", file);
        } catch (IOException e) {
            throw new UserException(
                    "FILE", "crontab.unreadable", file, e.getClass().getSimpleName());
        }
    }

    private static void say(CrontabPipeline pipeline, Path folder, String shown) {
        System.out.println(Message.of("crontab.made", folder));
        pipeline.summary().forEach(line -> System.out.println(Visible.of("  " + line)));
        System.out.println(Message.of("crontab.open"));
        List<Message> open = pipeline.open();
        for (int i = 0; i < open.size(); i++) {
            System.out.println("  " + (i + 1) + ". " + Visible.of(open.get(i)));
        }
        System.out.println(Message.of("crontab.next", shown, pipeline.assets().get(0)));
    }
}
