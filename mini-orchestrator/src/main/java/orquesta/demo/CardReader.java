package orquesta.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * The text of a card: blocks that begin with {@code card MINUTES}, {@code goal}, {@code lay FILE}, {@code step [TERMINAL] [if VARIABLE]}.
 * Their lines begin with what they are: {@code en} and {@code es} a text; {@code edit FILE}, {@code -} and {@code +} a change;
 * {@code $} a command, {@code $&}
 * one that goes on; {@code %} a page; {@code >}, {@code en>} and {@code es>} what the room sees in both languages or one.
 */
final class CardReader {
    private static final List<String> HEADS = List.of("card", "goal", "lay", "step");

    /** The lines of a block by what they begin with; its head stands under that of its first line. */
    private record Block(String head, List<String> lines) {
        List<String> all(String mark) {
            return lines.stream()
                    .filter(line -> line.equals(mark) || line.startsWith(mark + " "))
                    .map(line -> line.equals(mark) ? "" : line.substring(mark.length() + 1))
                    .toList();
        }

        String one(String mark) {
            return String.join(" ", all(mark));
        }

        Message text() {
            return Message.either(one("en"), one("es"));
        }

        CardEdit edit(String file) {
            return new CardEdit(file, all("-"), all("+"));
        }

        List<String> seen(String language) {
            return lines.stream()
                    .filter(line -> line.startsWith("> ") || line.startsWith(language + "> "))
                    .map(line -> line.substring(line.indexOf('>') + 2))
                    .toList();
        }
    }

    private CardReader() {}

    static Card read(String id, String text) {
        Map<String, List<Block>> blocks =
                blocks(text).stream().collect(Collectors.groupingBy(block -> word(block.head, 0)));
        Block card = blocks.getOrDefault("card", List.of()).get(0);
        Block goal = blocks.getOrDefault("goal", List.of()).get(0);
        return new Card(
                id,
                new Card.Heading(card.text(), goal.text(), Integer.parseInt(word(card.head, 1))),
                of(blocks, "lay").map(block -> block.edit(word(block.head, 1))).toList(),
                of(blocks, "step").map(CardReader::step).toList());
    }

    private static Stream<Block> of(Map<String, List<Block>> blocks, String head) {
        return blocks.getOrDefault(head, List.of()).stream();
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (HEADS.contains(word(line, 0))) {
                blocks.add(new Block(line, new ArrayList<>()));
            } else {
                blocks.get(blocks.size() - 1).lines.add(line);
            }
        });
        return blocks;
    }

    private static CardStep step(Block block) {
        Optional<CardEdit> edit = block.all("edit").stream().map(block::edit).findFirst();
        int terminal = block.head.matches("step \\d.*") ? Integer.parseInt(word(block.head, 1)) : 1;
        String condition = block.head.contains(" if ") ? block.head.replaceFirst(".* if ", "") : "";
        Map<Language, List<String>> seen = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            seen.put(language, block.seen(language.code()));
        }
        String goesOn = String.join("\n", block.all("$&"));
        String ends = String.join("\n", block.all("$"));
        CardStep.Typed typed = new CardStep.Typed(terminal, edit, ends + goesOn, !goesOn.isEmpty());
        return new CardStep(block.text(), condition, typed, new CardStep.Look(block.one("%"), seen));
    }

    private static String word(String line, int number) {
        return line.split(" ")[number];
    }
}
