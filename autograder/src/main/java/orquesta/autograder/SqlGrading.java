package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orquesta.autograder.Grading.Verdicts;
import orquesta.autograder.evidence.QueryEvidence;
import orquesta.autograder.evidence.QueryWitness;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.judge.QueryJudge;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.Marking;
import orquesta.autograder.result.Reason;

/** Grades a query: it runs in DuckDB, in a child, on the files of each case. */
record SqlGrading(Exercise exercise, Questions.Queries asked, Level level, Bench bench) {
    /** @param work an empty folder */
    Verdicts verdicts(String sql, Path work) throws IOException {
        Path data = work.resolve("data");
        Places.copy(asked.data(), data);
        Path home = Files.createDirectories(work.resolve("home"));
        ChildSandbox.Room room = bench.room(data, home, exercise);
        List<QueryEvidence> heard;
        ChildSandbox sandbox = new ChildSandbox(level, asked.image());
        try (QueryWitness witness = new QueryWitness(sandbox, bench.within(exercise), room, bench.children())) {
            heard = witness.hear(sql, asked.cases().size());
        }
        QueryJudge judge = new QueryJudge(exercise, asked.cases(), heard);
        List<Checked> checks = exercise.checks().stream()
                .map(check -> Marking.judged(check, judge.difference(check)))
                .toList();
        List<Checked> counted = Marking.rulesNeedMore(exercise, checks);
        return new Verdicts(Status.GRADED, List.of(), Reason.of(counted), counted, "");
    }
}
