package orquesta.autograder.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orquesta.autograder.Controller;
import orquesta.autograder.Controller.Prepared;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.WrongAnswers;
import orquesta.autograder.exercise.WrongAnswers.Wrong;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * The author's proof: the starter gives exactly zero, the solution all, each wrong answer loses exactly what it is said to
 * lose, and is told so with the class that it is said to get. On the practice seed and on the teacher's.
 */
public final class Proof {
    private final Controller controller;
    private final Controller again;
    private final ExerciseFolder folder;
    private final List<Claim> claims = new ArrayList<>();
    private Function<ExerciseFolder, List<Wrong>> wrongAnswers = WrongAnswers::read;

    public Proof(Controller controller, ExerciseFolder folder) {
        this(controller, controller, folder);
    }

    /** @param again grades what the first controller does not grade as claimed: one that keeps its children is in a hurry */
    public Proof(Controller controller, Controller again, ExerciseFolder folder) {
        this.controller = controller;
        this.again = again;
        this.folder = folder;
    }

    /** Of wrong answers that lose the same checks and are told with the same class the first alone. */
    public Proof ofOneOfEach() {
        wrongAnswers = WrongAnswers::oneOfEach;
        return this;
    }

    /**
     * One thing that was shown, or not.
     *
     * @param found what was seen; says nothing if it holds
     */
    public record Claim(Message what, boolean holds, String found) {}

    /** All of it. */
    public List<Claim> claims() throws IOException {
        return claims(true);
    }

    /** With the starter and the wrong answers on the teacher's seed alone, which gives the marks: half of the work. */
    public List<Claim> claimsOfMarks() throws IOException {
        return claims(false);
    }

    private List<Claim> claims(boolean allOnPractice) throws IOException {
        claims.clear();
        claims.addAll(TextProof.claims(folder));
        for (boolean teacher : new boolean[] {false, true}) {
            Prepared prepared = controller.prepare(folder, teacher);
            if (teacher || allOnPractice) {
                starter(prepared);
            }
            if (!teacher || allOnPractice || prepared.exercise().kind() != ExerciseKind.TESTS) {
                solution(prepared); // versions are the same whatever the seed: in the short proof they are asked once
            }
            for (Wrong wrong : teacher || allOnPractice ? wrongAnswers.apply(folder) : List.<Wrong>of()) {
                wrong(prepared, wrong);
            }
            if (!teacher) {
                fixtures(prepared);
            }
        }
        return List.copyOf(claims);
    }

    /** On so many seeds more: the solution keeps all, each wrong answer loses what it should, on every one. */
    public List<Claim> claimsOnSeeds(int seeds) throws IOException {
        claims.clear();
        for (int seed = 1; seed <= seeds; seed++) {
            Prepared prepared = controller.prepare(folder, seed, false);
            int before = claims.size();
            solution(prepared);
            for (Wrong wrong : wrongAnswers.apply(folder)) {
                wrong(prepared, wrong);
            }
            List<Claim> made = claims.subList(before, claims.size());
            List<Claim> broken = made.stream().filter(claim -> !claim.holds()).toList();
            made.clear();
            for (Claim claim : broken) {
                claim(false, claim.what().in(Language.EN) + " " + claim.found(), "proof.on_seed", seed);
            }
        }
        if (claims.isEmpty()) {
            claim(true, "", "proof.on_seeds", seeds);
        }
        return List.copyOf(claims);
    }

    private void starter(Prepared prepared) {
        SortedMap<String, String> start = ExerciseFolder.sources(folder.start());
        Predicate<GradeResult> untouched = result -> result.status() == Status.NOT_TRIED && result.score() == 0;
        claim(prepared, Submission.of("starter", start), untouched, Message.of("proof.starter"));
        Predicate<GradeResult> zero = result -> result.status() == Status.GRADED && result.score() == 0;
        claim(prepared, runStarter(folder, prepared.exercise()), zero, Message.of("proof.starter_run"));
    }

    /** The starter's code, but no longer its text: so that it is run. */
    public static Submission runStarter(ExerciseFolder folder, Exercise exercise) {
        SortedMap<String, String> touched = ExerciseFolder.sources(folder.start());
        String touch = exercise.kind().touch();
        touched.merge(exercise.answer().get(0), touch, String::concat); // one is enough, and two may share a package
        return Submission.of("starter", touched);
    }

    private void solution(Prepared prepared) {
        Message what = Message.of("proof.solution", prepared.seed());
        claim(prepared, answer(prepared, folder.solution()), GradeResult::full, what);
    }

    private void wrong(Prepared prepared, Wrong wrong) {
        Predicate<GradeResult> loses = result -> result.status() == Status.GRADED
                && Seen.lost(result).equals(wrong.loses())
                && Seen.difference(result).equals(wrong.difference());
        Message what = Message.of("proof.wrong", wrong.name(), String.join(", ", wrong.loses()), wrong.difference());
        claim(prepared, answer(prepared, folder.wrong().resolve(wrong.name())), loses, what);
    }

    private void fixtures(Prepared prepared) throws IOException {
        Path fixtures = folder.teacher().resolve("fixtures");
        if (prepared.exercise().kind() == ExerciseKind.SHAPE) {
            for (Exercise.GradedCheck check : prepared.exercise().ofKind(Exercise.Kind.RULE)) {
                boolean both = Files.isDirectory(fixtures.resolve("innocent_" + check.id()))
                        && Files.isDirectory(fixtures.resolve("evading_" + check.id()));
                claim(both, fixtures.getFileName().toString(), "proof.fixtures", check.id());
            }
        }
        if (!Files.isDirectory(fixtures)) {
            return;
        }
        try (Stream<Path> found = Files.list(fixtures)) {
            for (Path fixture : found.sorted().toList()) {
                fixture(prepared, fixture);
            }
        }
    }

    private void fixture(Prepared prepared, Path fixture) {
        String name = fixture.getFileName().toString();
        boolean innocent = name.startsWith("innocent");
        String about = name.replaceFirst("^[^_]*_?", "");
        Predicate<Checked> caught = check -> (about.isEmpty() || about.equals(check.id()))
                && check.kind().equals("rule")
                && check.outcome() == CheckOutcome.FAILED;
        Predicate<GradeResult> holds = result ->
                result.status() == Status.GRADED && result.checks().stream().anyMatch(caught) != innocent;
        Message what = Message.of(innocent ? "proof.innocent" : "proof.evading", name);
        claim(prepared, answer(prepared, fixture), holds, what);
    }

    /** An answer of the teacher's, laid over the starter: it may leave out what it does not change. */
    private Submission answer(Prepared prepared, Path path) {
        SortedMap<String, String> sources = ExerciseFolder.sources(folder.start());
        sources.putAll(ExerciseFolder.sources(path));
        if (prepared.exercise().kind() == ExerciseKind.ANSWERS) {
            sources.replaceAll((file, text) -> filled(text, prepared.answers()));
        }
        return Submission.of(path.getFileName().toString(), sources);
    }

    /** {@code ${name}} stands for a value of the generator's. */
    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private void claim(Prepared prepared, Submission submission, Predicate<GradeResult> holds, Message what) {
        GradeResult first = controller.grade(prepared, submission);
        boolean enough = holds.test(first) || again == controller;
        GradeResult result = enough ? first : again.grade(prepared, submission);
        boolean held = holds.test(result);
        claims.add(new Claim(what, held, held ? "" : Seen.told(result)));
    }

    private void claim(boolean holds, String found, String key, Object... args) {
        claims.add(new Claim(Message.of(key, args), holds, holds ? "" : found));
    }
}
