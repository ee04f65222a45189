package orquesta.datasets.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.text.Message;
import orquesta.text.UserException;

/** What the manifest of a folder says beside what its files show. */
public record Verification(List<Fact> facts) {
    /**
     * A fact by its place in the manifest.
     *
     * @param said what the manifest says, or empty
     * @param shown what the files show, or empty
     */
    public record Fact(String place, String said, String shown) {
        public boolean agrees() {
            return said.equals(shown);
        }

        private String group() {
            int refused = place.indexOf("/refused/");
            return place.substring(
                    0, Math.max(0, refused >= 0 && place.startsWith("variants") ? refused : place.lastIndexOf('/')));
        }

        private String name() {
            return place.substring(group().isEmpty() ? 0 : group().length() + 1);
        }

        /** The sentence of a difference. */
        public Message difference() {
            return Message.of("data.differs", place, orDash(said), orDash(shown));
        }

        private static String orDash(String value) {
            return value.isEmpty() ? "-" : value;
        }
    }

    public Verification {
        facts = List.copyOf(facts);
    }

    /** Reads every file of the folder, and compares. */
    public static Verification of(Path folder) throws IOException, SQLException {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.exists(manifest)) {
            throw new UserException(manifest.toString(), "data.no_manifest");
        }
        Map<String, String> said = Facts.said(manifest);
        Map<String, String> shown = Facts.shown(folder);
        TreeSet<String> places = new TreeSet<>(said.keySet());
        places.addAll(shown.keySet());
        List<Fact> facts = new ArrayList<>();
        places.forEach(
                place -> facts.add(new Fact(place, said.getOrDefault(place, ""), shown.getOrDefault(place, ""))));
        return new Verification(facts);
    }

    /** One line for each kind, variant or file: what the manifest counts, in a column of its own. */
    public List<String> table() {
        Map<String, List<Fact>> groups = new LinkedHashMap<>();
        facts.forEach(fact ->
                groups.computeIfAbsent(fact.group(), group -> new ArrayList<>()).add(fact));
        List<String> lines = new ArrayList<>();
        groups.forEach((group, of) -> lines.add("%-48s %-64s %s"
                .formatted(group, counts(of), of.stream().allMatch(Fact::agrees) ? "=" : "≠")
                .strip()));
        return lines;
    }

    private static String counts(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !fact.said().startsWith("["))
                .map(fact -> fact.name() + " " + (fact.said().isEmpty() ? "-" : fact.said()))
                .collect(Collectors.joining("  "));
    }

    public List<Fact> differences() {
        return facts.stream().filter(fact -> !fact.agrees()).toList();
    }
}
