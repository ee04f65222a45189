package orquesta.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import orquesta.text.Message;

/**
 * What one statement did to the declarations of the notebook.
 *
 * @param reborn variables that could not keep their value, each with whether it had one
 * @param held variables that the statement declares, and that had a value just before
 */
record StatementOutcome(List<SnippetEvent> events, Map<String, Boolean> reborn, Set<String> held) {
    private static final Pattern FINAL = Pattern.compile("^\\s*final\\b");

    /** What the statement itself declares or computes; all other events are about older declarations that name it. */
    List<SnippetEvent> declared() {
        return events.stream().filter(event -> event.causeSnippet() == null).toList();
    }

    /** Whether a variable has no value of its own, now that its initializer failed: JShell would show 0 or null. */
    boolean leavesEmpty(SnippetEvent failed) {
        return failed.snippet() instanceof VarSnippet variable
                && (!failed.previousStatus().isDefined() || reborn.containsKey(variable.name()));
    }

    /** A sentence for each variable that says {@code final}: JShell leaves that out without a word. */
    List<Message> notFinal() {
        return declared().stream()
                .map(SnippetEvent::snippet)
                .filter(snippet -> snippet instanceof VarSnippet
                        && FINAL.matcher(snippet.source()).find())
                .map(snippet -> Message.of("kernel.final", ((VarSnippet) snippet).name()))
                .toList();
    }

    /** A sentence for each value that is no more. */
    List<Message> losses(Variables variables) {
        Set<String> names =
                declared().stream().map(event -> name(event.snippet())).collect(Collectors.toCollection(TreeSet::new));
        String cause = String.join(", ", names);
        List<Message> losses = new ArrayList<>();
        for (SnippetEvent event : events) {
            String name = name(event.snippet());
            if (isGone(event)) {
                losses.add(Message.of("kernel.gone", name, cause));
            } else if (isReplacedType(event) && variables.hasState(Variables.holderOf(event.snippet()) + "$" + name)) {
                losses.add(Message.of("kernel.statics", name, cause));
            } else if (isEmptied(event)) {
                losses.add(Message.of("kernel.emptied", name));
            }
        }
        reborn.forEach((name, had) -> {
            if (had && !names.contains(name) && !name.startsWith("$")) {
                losses.add(Message.of("kernel.lost", name, cause));
            }
        });
        return losses;
    }

    private static boolean isGone(SnippetEvent event) {
        return event.causeSnippet() != null
                && event.snippet() instanceof VarSnippet variable
                && !variable.name().startsWith("$")
                && event.previousStatus().isDefined()
                && !event.status().isDefined()
                && event.status() != Status.OVERWRITTEN;
    }

    private static boolean isReplacedType(SnippetEvent event) {
        return event.causeSnippet() != null
                && event.snippet() instanceof TypeDeclSnippet
                && event.status().isDefined()
                && event.isSignatureChange();
    }

    /** {@code int z;} makes 0 of what an older {@code z} held. */
    private boolean isEmptied(SnippetEvent event) {
        String name = name(event.snippet());
        return event.causeSnippet() == null
                && event.snippet().subKind() == SubKind.VAR_DECLARATION_SUBKIND
                && (held.contains(name) || reborn.getOrDefault(name, false));
    }

    private static String name(Snippet snippet) {
        return snippet instanceof PersistentSnippet named ? named.name() : "";
    }
}
