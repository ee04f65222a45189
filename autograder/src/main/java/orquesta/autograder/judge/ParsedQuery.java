package orquesta.autograder.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import orquesta.autograder.exercise.QueryFact;
import orquesta.text.Message;

/** What DuckDB's parser makes of a query, as {@code json_serialize_sql} writes it: that speaks of one query alone. */
final class ParsedQuery {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STATEMENT_MOST = 1;

    private final List<JsonNode> nodes = new ArrayList<>();
    private final int statements;

    ParsedQuery(String json) {
        JsonNode root = read(json);
        JsonNode all = root.path("statements");
        this.statements = root.path("error").asBoolean(true) ? 0 : all.size();
        collect(all);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private void collect(JsonNode node) {
        if (node.isObject()) {
            nodes.add(node);
        }
        node.forEach(this::collect);
    }

    /** What is missing, if the fact does not hold. */
    Optional<Difference> lacks(QueryFact fact, String of) {
        if (statements != STATEMENT_MOST) {
            return Optional.of(Difference.of(DifferenceKind.FACT, Message.of("fact.only_select")));
        }
        return holds(fact, of)
                ? Optional.empty()
                : Optional.of(Difference.of(DifferenceKind.FACT, Message.of("fact." + fact.code(), of)));
    }

    private boolean holds(QueryFact fact, String of) {
        return switch (fact) {
            case ONLY_SELECT -> true;
            case READS ->
                any(node -> isOf(node, "BASE_TABLE")
                                && names(node.path("table_name").asText(), of))
                        || any(node -> isOf(node, "TABLE_FUNCTION") && namesInside(node.path("function"), of));
            case WINDOW -> any(ParsedQuery::isWindow);
            case JOIN -> any(node -> isOf(node, "JOIN"));
            case GROUP_BY ->
                any(node -> node.path("group_expressions").size() > 0
                        || node.path("aggregate_handling").asText().equals("FORCE_AGGREGATES"));
            case CTE -> any(node -> node.path("cte_map").path("map").size() > 0);
            case NO_LIMIT -> !any(node -> node.path("type").asText().startsWith("LIMIT"));
            case USES -> calls(of);
            case WITHOUT -> !calls(of);
        };
    }

    private boolean any(Predicate<JsonNode> which) {
        return nodes.stream().anyMatch(which);
    }

    private static boolean isOf(JsonNode node, String type) {
        return node.path("type").asText().equals(type);
    }

    private static boolean isWindow(JsonNode node) {
        return node.path("class").asText().equals("WINDOW");
    }

    private boolean calls(String function) {
        return any(node -> {
            String name = node.path("function_name").asText();
            return name.equalsIgnoreCase(function) || name.equalsIgnoreCase(function + "_star");
        });
    }

    private static boolean namesInside(JsonNode node, String file) {
        if (node.isTextual()) {
            return names(node.asText(), file);
        }
        for (JsonNode child : node) {
            if (namesInside(child, file)) {
                return true;
            }
        }
        return false;
    }

    /** A pattern such as {@code datasets/*.csv} names a file, too. */
    private static boolean names(String text, String file) {
        try {
            return text.equals(file)
                    || text.equals("./" + file)
                    || (text.contains("*")
                            && FileSystems.getDefault()
                                    .getPathMatcher("glob:" + text)
                                    .matches(Path.of(file)));
        } catch (InvalidPathException | PatternSyntaxException e) {
            return false;
        }
    }
}
