package orquesta.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.asset.Task;
import orquesta.event.StepRecord;

/**
 * The steps that the page of a run shows: a browser takes long for thousands of them.
 *
 * @param wanted what their names must hold; empty if all are wanted
 * @param total how many such steps there are
 * @param shown those of them that are shown, in the order of pages: what is not well comes before what is
 */
public record StepChoice(String wanted, int total, List<StepRecord> shown) {
    static final int MOST = 300;

    static StepChoice of(Collection<StepRecord> all, String wanted) {
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        List<StepRecord> found = StepOrder.of(all).stream()
                .filter(step -> step.task().text().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (found.size() <= MOST) {
            return new StepChoice(wanted.strip(), found.size(), found);
        }
        Set<StepRecord> first = Stream.concat(
                        found.stream().filter(step -> !step.state().isGood()),
                        found.stream().filter(step -> step.state().isGood()))
                .limit(MOST)
                .collect(Collectors.toCollection(HashSet::new));
        return new StepChoice(
                wanted.strip(),
                found.size(),
                found.stream().filter(first::contains).toList());
    }

    /** Whether there is something to choose from. */
    public boolean isChoice() {
        return total > shown.size() || !wanted.isEmpty();
    }

    /** Whether no step of the run is left out. */
    boolean isAllOf(Collection<StepRecord> all) {
        return shown.size() == all.size();
    }

    List<Task> tasks() {
        return shown.stream().map(StepRecord::task).toList();
    }

    /** Where the reasons of a step are told: on this page, or on that with it alone. */
    public String why(Task task) {
        String place = "#why-" + RunPage.anchor(task.text());
        boolean here = shown.stream().anyMatch(step -> step.task().equals(task));
        return here ? place : "?steps=" + URLEncoder.encode(task.text(), StandardCharsets.UTF_8) + place;
    }

    /** The names of what is shown; the run itself has the empty one. */
    Set<String> names() {
        return Stream.concat(
                        Stream.of(""), shown.stream().map(step -> step.task().text()))
                .collect(Collectors.toSet());
    }
}
