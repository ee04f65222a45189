package orquesta.autograder.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import orquesta.autograder.Controller;
import orquesta.autograder.Controller.Prepared;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.proof.WrongAnswers.Wrong;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Outcome;
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
    private final ExerciseFolder folder;
    private final List<Claim> claims = new ArrayList<>();

    public Proof(Controller controller, ExerciseFolder folder) {
        this.controller = controller;
        this.folder = folder;
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

    /** With the wrong answers on the teacher's seed alone, which gives the marks: half of the work. */
    public List<Claim> claimsOfMarks() throws IOException {
        return claims(false);
    }

    private List<Claim> claims(boolean wrongOnPractice) throws IOException {
        claims.clear();
        claims.addAll(TextProof.claims(folder));
        for (boolean teacher : new boolean[] {false, true}) {
            Prepared prepared = controller.prepare(folder, teacher);
            if (!teacher || wrongOnPractice || prepared.exercise().kind() != ExerciseKind.TESTS) {
                starter(prepared); // versions are the same whatever the seed: in the short proof they are asked once
                solution(prepared);
            }
            for (Wrong wrong : teacher || wrongOnPractice ? WrongAnswers.read(folder) : List.<Wrong>of()) {
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
            for (Wrong wrong : WrongAnswers.read(folder)) {
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
        GradeResult untouched = controller.grade(prepared, Submission.of("starter", start));
        boolean zero = untouched.status() == Status.NOT_TRIED && untouched.score() == 0;
        claim(zero, told(untouched), "proof.starter");
        GradeResult run = controller.grade(prepared, runStarter(folder, prepared.exercise()));
        claim(run.status() == Status.GRADED && run.score() == 0, told(run), "proof.starter_run");
    }

    /** The starter's code, but no longer its text: so that it is run. */
    public static Submission runStarter(ExerciseFolder folder, Exercise exercise) {
        SortedMap<String, String> touched = ExerciseFolder.sources(folder.start());
        String touch = exercise.kind().touch();
        exercise.answer().forEach(file -> touched.merge(file, touch, String::concat));
        return Submission.of("starter", touched);
    }

    private void solution(Prepared prepared) {
        GradeResult result = controller.grade(prepared, answer(prepared, folder.solution()));
        claim(result.full(), told(result), "proof.solution", result.by().seed());
    }

    private void wrong(Prepared prepared, Wrong wrong) {
        GradeResult result =
                controller.grade(prepared, answer(prepared, folder.wrong().resolve(wrong.name())));
        List<String> lost = result.checks().stream()
                .filter(check -> !check.passed())
                .map(Checked::id)
                .toList();
        String difference =
                result.firstFailure().map(check -> check.failure().difference()).orElse("-");
        boolean holds =
                result.status() == Status.GRADED && lost.equals(wrong.loses()) && difference.equals(wrong.difference());
        String found = told(result) + " " + lost + " " + difference;
        claim(holds, found, "proof.wrong", wrong.name(), String.join(", ", wrong.loses()), wrong.difference());
    }

    private void fixtures(Prepared prepared) throws IOException {
        Path fixtures = folder.teacher().resolve("fixtures");
        if (prepared.exercise().kind() == ExerciseKind.SHAPE) {
            for (Exercise.Check check : prepared.exercise().ofKind(Exercise.Kind.RULE)) {
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
        GradeResult result = controller.grade(prepared, answer(prepared, fixture));
        boolean caught = result.checks().stream()
                .filter(check -> about.isEmpty() || about.equals(check.id()))
                .anyMatch(check -> check.kind().equals("rule") && check.outcome() == Outcome.FAILED);
        claim(
                result.status() == Status.GRADED && caught != innocent,
                told(result),
                innocent ? "proof.innocent" : "proof.evading",
                name);
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

    private void claim(boolean holds, String found, String key, Object... args) {
        claims.add(new Claim(Message.of(key, args), holds, holds ? "" : found));
    }

    private static String told(GradeResult result) {
        String problems = result.problems().isEmpty()
                ? ""
                : " " + result.problems().get(0).en();
        String failure = result.firstFailure()
                .map(check -> " " + check.id() + ": " + check.failure().what().en()
                        + check.failure().details().stream()
                                .map(detail -> " / " + detail.en())
                                .toList())
                .orElse("");
        return result.status().code() + " " + Points.text(result.score()) + "/" + Points.text(result.points())
                + problems + failure;
    }
}
