package orquesta.asset;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is said about an asset for people and selections; empty text where nothing is said. */
public record Labels(String description, String group, String kind, String owner, Map<String, String> tags) {
    public Labels {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}
