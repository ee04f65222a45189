package orquesta.autograder.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.TestStory.Fate;
import orquesta.autograder.evidence.TestStory.Method;
import orquesta.autograder.evidence.TestStory.Test;

/** What children have told of tests so far, one child after the other. What is told twice, or of no known test, is no evidence. */
final class Notes {
    private static final int MOST_TESTS = 5_000;
    private static final int MOST_PRINTED = 4_000;

    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final StringBuilder printed = new StringBuilder();
    private List<String> issues = List.of();
    private boolean planned;
    private String running = "";

    /** Takes a word down; tells if it was the last one. */
    Optional<Ended> take(TestWords.Word word) {
        if (word instanceof TestWords.Over over) {
            return Optional.of(over.end());
        } else if (word instanceof TestWords.Plan plan) {
            plan(plan);
        } else if (word instanceof TestWords.Started started) {
            running = started.method();
        } else if (word instanceof TestWords.Printed said && printed.length() < MOST_PRINTED) {
            printed.append(said.text());
        } else if (word instanceof TestWords.Finished finished) {
            return finish(finished);
        }
        return Optional.empty();
    }

    /** A later child knows only what is left of the first plan. */
    private void plan(TestWords.Plan plan) {
        if (!planned) {
            planned = true;
            plan.methods().forEach(method -> methods.put(method.id(), method));
            issues = plan.issues();
        }
    }

    private Optional<Ended> finish(TestWords.Finished word) {
        Optional<Method> method = Optional.ofNullable(methods.get(word.method()));
        boolean known = method.isPresent() || word.method().isEmpty();
        if (!known || tests.containsKey(word.id()) || done.contains(word.method())) {
            return Optional.of(new Ended(Ending.BROKEN, Optional.empty()));
        } else if (tests.size() > MOST_TESTS) {
            return Optional.of(new Ended(Ending.TOO_LONG, Optional.empty()));
        }
        method.ifPresentOrElse(found -> finishTest(word, found), () -> finishClass(word));
        return Optional.empty();
    }

    /** A method of several tests passes by them, and has no place of its own. */
    private void finishTest(TestWords.Finished word, Method method) {
        if (word.test() || !(word.fate() instanceof TestStory.Passed)) {
            put(word.id(), method, word.sentence(), word.fate());
        }
        if (word.id().equals(method.id())) {
            done.add(method.id());
            running = "";
        }
    }

    /** A class that was skipped, or failed before its tests: they share its fate, or their turn never comes. */
    private void finishClass(TestWords.Finished word) {
        Fate theirs = word.fate() instanceof TestStory.Skipped ? word.fate() : new TestStory.NotRun();
        if (word.fate() instanceof TestStory.Failed) {
            tests.put(word.id(), new Test(word.id(), Optional.empty(), word.sentence(), word.fate(), taken()));
        }
        for (Method method : List.copyOf(methods.values())) {
            if (method.id().startsWith(word.id() + "/") && done.add(method.id())) {
                put(method.id(), method, method.sentence(), theirs);
            }
        }
    }

    private void put(String id, Method method, String sentence, Fate fate) {
        tests.put(id, new Test(id, Optional.of(method), sentence, fate, taken()));
    }

    private String taken() {
        String text = printed.toString();
        printed.setLength(0);
        return text;
    }

    /** The child ended: by the test that ran, or while the next one was prepared. False if there is none to blame. */
    boolean blame(Ended end) {
        Optional<Method> method = Optional.ofNullable(methods.get(running))
                .or(() -> methods.values().stream()
                        .filter(each -> !done.contains(each.id()))
                        .findFirst());
        running = "";
        method.ifPresent(found -> {
            done.add(found.id());
            put(found.id(), found, found.sentence(), new TestStory.Stopped(end));
        });
        return method.isPresent();
    }

    Set<String> done() {
        return done;
    }

    boolean allDone() {
        return planned && done.containsAll(methods.keySet());
    }

    TestStory story(Optional<Ended> trouble) {
        List<Test> all = new ArrayList<>(tests.values());
        for (Method method : methods.values()) {
            if (!done.contains(method.id())) {
                all.add(new Test(method.id(), Optional.of(method), method.sentence(), new TestStory.NotRun(), ""));
            }
        }
        return new TestStory(List.copyOf(methods.values()), all, issues, trouble);
    }
}
