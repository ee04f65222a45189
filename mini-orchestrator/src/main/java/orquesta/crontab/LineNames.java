package orquesta.crontab;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;
import orquesta.text.Names;

/** Names for lines: that of the program that a line runs, as a Java method may be called. */
final class LineNames {
    /** Programs that run another, whose name says more. */
    private static final Set<String> RUNNERS = Set.of(
            "sh", "bash", "python", "python3", "java", "php", "perl", "ruby", "node", "env", "nice", "flock", "timeout",
            "sudo", "time", "Rscript", "psql");

    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    /** A name that no line before had, in camelCase. */
    String next(CrontabLine line) {
        String name = camel(program(line.command()));
        if (name.isEmpty() || SourceVersion.isKeyword(name) || name.equals("definitions")) {
            name = "linea" + line.number();
        }
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** What the last part of the command runs: of {@code cd /srv && ./limpiar.sh >> log} it is {@code limpiar}. */
    private static String program(String command) {
        String[] parts = command.split("&&|;|\\|");
        String part = parts.length == 0 ? "" : parts[parts.length - 1];
        for (String word : List.of(part.strip().split("\\s+"))) {
            String file = word.substring(word.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
            boolean said = !word.startsWith("-") && !word.contains("=") && !word.matches("[\\d>].*");
            if (said && !RUNNERS.contains(file)) {
                return file;
            }
        }
        return "";
    }

    private static String camel(String file) {
        String plain = java.text.Normalizer.normalize(file, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "")
                .replaceAll("_(?=[0-9])", "");
        return Names.camel(
                plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("_+$", "") : plain);
    }
}
