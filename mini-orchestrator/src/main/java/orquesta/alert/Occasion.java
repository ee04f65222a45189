package orquesta.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import orquesta.schedule.Schedule;
import orquesta.schedule.Timing;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** What somebody wants to hear of. A channel makes it an {@link Alert}. */
public sealed interface Occasion {
    /**
     * A run, or the start of one, failed.
     *
     * @param job of this job alone; empty for any
     */
    record Failure(String job) implements Occasion {
        @Override
        public String text() {
            return ofJob("onFailure", job);
        }

        @Override
        public List<Problem> problems(Collection<String> assets, Collection<String> jobs) {
            return unlessJob(text(), job, jobs);
        }
    }

    /**
     * An asset was blocked by a check.
     *
     * @param job in a run of this job alone; empty for any
     */
    record Blocked(String job) implements Occasion {
        @Override
        public String text() {
            return ofJob("onBlocked", job);
        }

        @Override
        public List<Problem> problems(Collection<String> assets, Collection<String> jobs) {
            return unlessJob(text(), job, jobs);
        }
    }

    /** An asset was not published in time. */
    record Late(String asset, String time, String zone) implements Occasion {
        private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

        @Override
        public String text() {
            return "ifLate(" + asset + ", " + time + ", " + zone + ")";
        }

        /**
         * The deadlines, one a day.
         *
         * @throws UserException if the zone is none
         */
        public Timing timing() {
            String[] parts = time.split(":");
            return Schedule.named(asset)
                    .cron(Integer.parseInt(parts[1]) + " " + Integer.parseInt(parts[0]) + " * * *", zone)
                    .timing();
        }

        @Override
        public List<Problem> problems(Collection<String> assets, Collection<String> jobs) {
            List<Problem> problems = new ArrayList<>();
            if (!assets.contains(asset)) {
                problems.add(Problem.at(text(), "alert.unknown_asset", asset, Nearest.clue(asset, assets)));
            }
            if (!TIME.matcher(time).matches()) {
                problems.add(Problem.at(text(), "alert.time", time));
                return problems;
            }
            try {
                timing();
            } catch (UserException e) {
                e.problems().forEach(problem -> problems.add(new Problem(text(), problem.message())));
            }
            return problems;
        }
    }

    /** As it is written in the definitions. */
    String text();

    /** The job whose runs it is about; empty for any. */
    default String job() {
        return "";
    }

    /** What is wrong with it. */
    List<Problem> problems(Collection<String> assets, Collection<String> jobs);

    private static String ofJob(String occasion, String job) {
        return job.isEmpty() ? occasion : occasion + "(" + job + ")";
    }

    private static List<Problem> unlessJob(String text, String job, Collection<String> jobs) {
        return job.isEmpty() || jobs.contains(job)
                ? List.of()
                : List.of(Problem.at(text, "alert.unknown_job", job, Nearest.clue(job, jobs)));
    }

    /**
     * Runs a program: the alert is its standard input, its first line the variable {@code ORQUESTA_ALERT} too. It has half a
     * minute, and must end with 0.
     *
     * @param words the program and its arguments, with no shell between; a relative path starts at the pipeline's root
     */
    default Alert command(String... words) {
        return new Alert(this, new Channel.Command(List.of(words), null));
    }

    /**
     * Posts JSON to an address: {@code {"text": ..., "pipeline": ..., "alert": ..., "count": ...}}.
     *
     * @param variable the variable of the environment that holds the address, which nothing records
     */
    default Alert http(String variable) {
        return new Alert(this, new Channel.Http(variable));
    }

    /**
     * Sends mail.
     *
     * @param variable the variable of the environment that holds the server, which nothing records:
     *     {@code smtp://user:password@host:587}, or {@code smtps://} for TLS from the first byte
     * @param to who gets it, at least one address
     */
    default Alert mail(String variable, String... to) {
        return new Alert(this, new Channel.Mail(variable, List.of(to)));
    }
}
