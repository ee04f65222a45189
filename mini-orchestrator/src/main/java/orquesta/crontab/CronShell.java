package orquesta.crontab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import orquesta.text.UserException;

/**
 * Runs a command as cron would: by the shell, in the home of its user. What it prints goes to the log of the step; an end other
 * than 0 fails it, which cron would not notice.
 *
 * @param variables what the command finds in its environment, besides that of this process; {@code SHELL} and {@code HOME} count
 *     as for cron
 */
public record CronShell(Map<String, String> variables) {
    private static final String SHELL = "/bin/sh";

    public CronShell {
        variables = Map.copyOf(variables);
    }

    /** Without a variable of its own. */
    public static CronShell plain() {
        return new CronShell(Map.of());
    }

    /** The same with one more variable. */
    public CronShell with(String name, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(name, value);
        return new CronShell(more);
    }

    /** Runs a command that reads nothing. */
    public String run(String command) throws IOException, InterruptedException {
        return run(command, "");
    }

    /**
     * Runs a command to its end; interrupted, it ends the command and all that it started.
     *
     * @param input what the command reads on its standard input
     * @return the last line that it printed; empty if it printed nothing
     * @throws UserException if it ends with anything but 0
     */
    public String run(String command, String input) throws IOException, InterruptedException {
        String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
        ProcessBuilder builder = new ProcessBuilder(variables.getOrDefault("SHELL", SHELL), "-c", command)
                .directory(Path.of(home).toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) { // it has ended, or does not read: as with cron, that is its matter
                System.out.flush();
            }
            String last = printed(process);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new UserException("", "crontab.failed", exit, command);
            }
            return last;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String printed(Process process) throws IOException {
        String last = "";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                System.out.println(line);
                last = line;
            }
        }
        return last;
    }
}
