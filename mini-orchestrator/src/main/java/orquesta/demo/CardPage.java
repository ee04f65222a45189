package orquesta.demo;

import java.util.ArrayList;
import java.util.List;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * A card as it is read in a terminal of 80 columns. Lines are without their ends.
 *
 * @param at what follows {@code ./kit demo D1} so that it means the folder of the demo, such as {@code " --at /own"}
 */
public record CardPage(Card card, Language language, String at) {
    private static final String PASTED = "     ";
    private static final String SEEN = "   | ";

    /**
     * The whole card.
     *
     * @param folder the folder of the demo as a shell reads it
     */
    public List<String> lines(String folder) {
        Card.Heading heading = card.heading();
        List<String> lines = new ArrayList<>();
        lines.add(said("demo.card", card.id(), heading.title(), heading.minutes()));
        lines.add("");
        lines.addAll(EightyColumns.wrapped("", "", heading.goal().in(language)));
        lines.add("");
        lines.addAll(EightyColumns.wrapped(" 0  ", "    ", said("demo.stand")));
        lines.add(PASTED + "cd " + folder);
        for (int i = 0; i < card.steps().size(); i++) {
            lines.add("");
            lines.addAll(step(i + 1, card.steps().get(i)));
        }
        lines.add("");
        lines.addAll(EightyColumns.wrapped("", "", said("demo.recover")));
        lines.add(PASTED + "./kit demo " + card.id() + " --again" + at);
        return lines;
    }

    private List<String> step(int number, CardStep step) {
        CardStep.Typed typed = step.typed();
        String place = typed.terminal() == 1 ? "" : said("demo.terminal", typed.terminal()) + " ";
        String only = step.condition().isEmpty() ? "" : said("demo.only_if", step.condition()) + " ";
        List<String> lines = new ArrayList<>(EightyColumns.wrapped(
                " " + number + "  ", "    ", place + only + step.text().in(language)));
        typed.edit().ifPresent(edit -> lines.addAll(edit(edit)));
        typed.command().lines().forEach(line -> lines.add(PASTED + line));
        step.look().lines(language).forEach(line -> lines.add(SEEN + line));
        return lines;
    }

    private List<String> edit(CardEdit edit) {
        List<String> lines = new ArrayList<>();
        edit.before().forEach(line -> lines.add(PASTED + "- " + line));
        edit.after().forEach(line -> lines.add(PASTED + "+ " + line));
        lines.addAll(EightyColumns.wrapped("    ", "    ", said("demo.edit", card.id(), at)));
        return lines;
    }

    private String said(String key, Object... args) {
        return Message.of(key, args).in(language);
    }
}
