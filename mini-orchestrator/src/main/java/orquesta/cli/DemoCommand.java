package orquesta.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.demo.Card;
import orquesta.demo.CardEdit;
import orquesta.demo.CardFolder;
import orquesta.demo.CardPage;
import orquesta.demo.Cards;
import orquesta.load.Checkout;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit demo}: what the course tells, to be watched; a card for each demo that a teacher shows live. */
@Command(
        name = "demo",
        resourceBundle = "orquesta.help",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[cron]",
        subcommands = {CronDemoCommand.class})
final class DemoCommand implements Callable<Integer> {
    private static final String CRON = "cron";
    private static final Path DEMOS = Path.of(".orquesta", "demos");

    @Parameters(index = "0", arity = "0..1", paramLabel = "CARD", descriptionKey = "card")
    @Nullable
    String id;

    @Option(names = "--again", descriptionKey = "again")
    boolean again;

    @Option(names = "--edit", descriptionKey = "edit")
    boolean edit;

    @Option(names = "--at", paramLabel = "DIR", descriptionKey = "demoAt")
    @Nullable
    Path at;

    @Override
    public Integer call() {
        if (id == null) {
            list();
            return 0;
        }
        Card card = Cards.read(known(id));
        Checkout checkout = HomeOption.checkout();
        Path demos = at == null ? checkout.folder().resolve(DEMOS) : at.toAbsolutePath();
        CardFolder folder = new CardFolder(demos.resolve(card.id()).normalize(), card);
        try {
            show(folder, checkout);
        } catch (IOException e) {
            throw new UserException(card.id(), "demo.unlaid", folder.path(), e);
        }
        return 0;
    }

    private static void list() {
        System.out.println(Message.of("demo.cards"));
        Cards.IDS.stream()
                .map(Cards::read)
                .forEach(card -> System.out.println(Message.of(
                        "demo.listed",
                        String.format("%-4s", card.id()),
                        card.heading().title())));
        System.out.println(Message.of("demo.cron_listed"));
    }

    private static String known(String given) {
        List<String> all = new ArrayList<>(Cards.IDS);
        all.add(CRON);
        return Cards.IDS.stream()
                .filter(given::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UserException(given, "demo.unknown", given, Nearest.clue(given, all)));
    }

    private void show(CardFolder folder, Checkout checkout) throws IOException {
        if (edit) {
            System.out.println(change(folder));
            return;
        }
        boolean used = folder.isLaid() && !again;
        if (!used) {
            folder.lay(checkout.script());
        }
        String place = at == null
                ? ""
                : " --at " + Checkout.quoted(at.toAbsolutePath().normalize().toString());
        new CardPage(folder.card(), Language.current(), place)
                .lines(Checkout.quoted(folder.path().toString()))
                .forEach(System.out::println);
        if (used) {
            System.out.println(Message.of("demo.as_left"));
        }
    }

    /** Makes the change of the card; made already, takes it back. */
    private static Message change(CardFolder folder) throws IOException {
        Card card = folder.card();
        CardEdit change = card.edit().orElseThrow(() -> new UserException(card.id(), "demo.no_edit", card.id()));
        if (folder.isLaid() && change.make(folder.path())) {
            return Message.of("demo.edited", change.file());
        }
        if (folder.isLaid() && change.reversed().make(folder.path())) {
            return Message.of("demo.taken_back", change.file());
        }
        throw new UserException(card.id(), "demo.not_there", change.file(), card.id());
    }
}
