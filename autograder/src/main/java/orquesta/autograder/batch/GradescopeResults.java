package orquesta.autograder.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.batch.Sheets.Sheet;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.files.SafeNames;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * Gradescope's {@code results.json}, one for each submission. All of it is shown to the student, since one hidden test
 * hides the sum, too; of a hidden check it holds no data. Without a mark there is no score, and Gradescope says that its
 * autograder failed.
 */
record GradescopeResults(Language language) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Sheets of(List<GradeResult> results) {
        Map<String, List<GradeResult>> bySubmission = new LinkedHashMap<>();
        results.forEach(result -> bySubmission
                .computeIfAbsent(result.subject().submission(), any -> new ArrayList<>())
                .add(result.forStudent()));
        SafeNames names = new SafeNames();
        List<Sheet> files = new ArrayList<>();
        bySubmission.forEach((name, some) -> files.add(new Sheet(
                "gradescope/" + names.unique(name) + ".json", json(some).toPrettyString() + "\n")));
        return Sheets.of(files);
    }

    private ObjectNode json(List<GradeResult> results) {
        ObjectNode json = JSON.createObjectNode();
        if (results.stream().allMatch(GradeResult::hasMark)) {
            json.put("score", results.stream().mapToDouble(GradeResult::mark).sum());
        }
        String output = results.stream()
                .filter(result -> result.status() != Status.GRADED)
                .map(this::told)
                .collect(Collectors.joining("\n"));
        json.put("output", output).put("output_format", "text").put("test_output_format", "text");
        json.put("visibility", "visible");
        ArrayNode tests = json.putArray("tests");
        for (GradeResult result : results) {
            result.checks().forEach(check -> test(tests.addObject(), result, check));
        }
        return json;
    }

    private String told(GradeResult result) {
        String state = result.subject().exercise() + ": "
                + Message.of("status." + result.status().code()).in(language);
        return Stream.concat(Stream.of(state), result.problems().stream().map(problem -> problem.in(language)))
                .collect(Collectors.joining("\n"));
    }

    private void test(ObjectNode test, GradeResult result, Checked check) {
        test.put("name", result.subject().exercise() + ": " + check.title().in(language));
        test.put("score", check.points()).put("max_score", check.max());
        test.put("status", check.passed() ? "passed" : "failed");
        Stream<Bilingual> failure =
                Stream.concat(Stream.of(check.failure().what()), check.failure().details().stream());
        String why = failure.map(text -> text.in(language)).collect(Collectors.joining("\n"));
        test.put("output", check.passed() ? "" : check.intent().in(language) + "\n" + why);
    }
}
