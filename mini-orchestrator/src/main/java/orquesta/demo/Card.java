package orquesta.demo;

import java.util.List;
import java.util.Optional;
import orquesta.text.Message;

/**
 * A demo that a teacher shows live.
 *
 * @param id such as {@code D1}
 * @param laid what is other in its folder than in the shop of all demos
 */
public record Card(String id, Heading heading, List<CardEdit> laid, List<CardStep> steps) {
    public Card {
        laid = List.copyOf(laid);
        steps = List.copyOf(steps);
    }

    /**
     * What it is about.
     *
     * @param minutes how long it takes, about
     */
    public record Heading(Message title, Message goal, int minutes) {}

    /** What is typed live into a file: the first such change of the card. */
    public Optional<CardEdit> edit() {
        return steps.stream().flatMap(step -> step.typed().edit().stream()).findFirst();
    }
}
