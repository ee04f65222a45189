package orquesta.datasets;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.cli.Subcommand;
import orquesta.datasets.generate.Generator;
import orquesta.datasets.verify.Verification;
import orquesta.load.Checkout;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kit data}: makes the sales data, or shows that the files hold what their manifest says. */
@Command(name = "data", resourceBundle = "orquesta.datasets.help", mixinStandardHelpOptions = true)
public final class DataCommand implements Subcommand, Callable<Integer> {
    @Option(names = "--verify", descriptionKey = "verify")
    private boolean verify;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "rows")
    private @Nullable Long rows;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
    private long seed = Generator.SEED;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        Path folder = out != null ? out : kitFolder();
        try {
            return verify ? verified(folder) : made(folder);
        } catch (IOException e) {
            throw new UserException(folder.toString(), "data.io", e.toString());
        }
    }

    private static Path kitFolder() {
        Path here = Path.of("").toAbsolutePath();
        return new Checkout(here).base(here).resolve("datasets");
    }

    private int made(Path folder) throws IOException, SQLException {
        boolean kits = out == null;
        if (kits && (rows != null || seed != Generator.SEED)) {
            throw new UserException("--out", "data.needs_out");
        }
        long wanted = rows == null ? Generator.CLASS_ROWS : rows;
        if (wanted < Generator.LEAST_ROWS) {
            throw new UserException("--rows", "data.few_rows", wanted, Generator.LEAST_ROWS);
        }
        Generator generator = new Generator(wanted, seed);
        if (rows == null) {
            generator.writeWithVariants(folder);
        } else {
            generator.write(folder);
        }
        print(Message.of("data.made", wanted, folder, Files.size(folder.resolve("ventas.csv"))));
        return 0;
    }

    private int verified(Path folder) throws IOException, SQLException {
        Verification verification = Verification.of(folder);
        verification.table().forEach(line -> out().println(line));
        List<Verification.Fact> differences = verification.differences();
        differences.forEach(difference -> print(difference.difference()));
        print(Message.of(
                differences.isEmpty() ? "data.verified" : "data.not_verified",
                verification.facts().size(),
                differences.size()));
        return differences.isEmpty() ? 0 : 1;
    }

    private void print(Message message) {
        out().println(message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
