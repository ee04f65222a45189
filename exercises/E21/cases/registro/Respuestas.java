package registro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.autograder.exercise.AnswerSource;

/** The answers to E21, from the log alone: a step reads when it begins, and writes when it ends with 0. */
public final class Respuestas implements AnswerSource {
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\w+)\\[\\d+] (begins|ends with (\\d+))");
    private static final Map<String, String> READS = Map.of("limpiar", "descargar", "reportar", "limpiar");

    private final Map<String, LocalDate> files = new HashMap<>();
    private final Map<String, LocalDate> read = new HashMap<>();
    private final Map<LocalDate, LocalDate> reports = new TreeMap<>();
    private final Map<String, LocalDateTime> begins = new HashMap<>();
    private final Map<String, LocalDateTime> ends = new HashMap<>();
    private int failures;

    @Override
    public Map<String, String> answers(long seed, Path kit) throws IOException {
        for (String line : Files.readAllLines(kit.resolve("exercises/E21/data/registro.log"))) {
            Matcher match = LINE.matcher(line);
            if (!match.matches()) {
                throw new IOException("no line of the log: " + line);
            }
            LocalDateTime time = LocalDateTime.parse(match.group(1) + "T" + match.group(2));
            if (match.group(5) == null) {
                begins(match.group(3), time);
            } else {
                ends(match.group(3), time, Integer.parseInt(match.group(5)));
            }
        }
        return answers();
    }

    private void begins(String step, LocalDateTime time) {
        LocalDate today = time.toLocalDate();
        begins.put(step + today, time);
        String before = READS.get(step);
        read.put(step, before == null ? today : files.getOrDefault(before, today.minusDays(1)));
    }

    private void ends(String step, LocalDateTime time, int code) {
        ends.put(step + time.toLocalDate(), time);
        if (code != 0) {
            failures++;
            return;
        }
        files.put(step, read.get(step));
        if (step.equals("reportar")) {
            reports.put(time.toLocalDate(), read.get(step));
        }
    }

    private Map<String, String> answers() {
        long stale = reports.entrySet().stream()
                .filter(report -> !report.getKey().equals(report.getValue()))
                .count();
        LocalDate friday = LocalDate.of(2026, 3, 6);
        LocalDateTime cleaned = ends.get("limpiar" + friday);
        Map<String, String> answers = new HashMap<>();
        answers.put("fallas", Integer.toString(failures));
        answers.put("fallas.viejos", Long.toString(stale));
        answers.put("viejos", Long.toString(stale));
        answers.put("viejos.fallas", Integer.toString(failures));
        answers.put("martes", reports.get(LocalDate.of(2026, 3, 3)).toString());
        answers.put("martes.hoy", "2026-03-03");
        answers.put("miercoles", reports.get(LocalDate.of(2026, 3, 4)).toString());
        answers.put("miercoles.ayer", "2026-03-03");
        answers.put("margen", minutes(begins.get("reportar" + friday), cleaned));
        answers.put("margen.limpieza", minutes(begins.get("limpiar" + friday), cleaned));
        return answers;
    }

    /** In whole minutes: the seconds by which cron is late are not the question. */
    private static String minutes(LocalDateTime from, LocalDateTime to) {
        return Long.toString(
                Duration.between(from.withSecond(0), to.withSecond(0)).toMinutes());
    }
}
