package orquesta.autograder.evidence;

import java.util.List;

/**
 * What a query did with the files of one case.
 *
 * @param parsed what DuckDB's parser made of its text, as JSON; empty where it was not reached
 */
public record QueryEvidence(String parsed, Result result) {
    public sealed interface Result {}

    public record Table(List<String> columns, List<List<Value>> rows) implements Result {}

    /**
     * DuckDB did not run it.
     *
     * @param words DuckDB's own; empty if it ran, and its last statement gives no table
     */
    public record Refused(String words) implements Result {}

    public record NoAnswer(Evidence.Ended end) implements Result {}
}
