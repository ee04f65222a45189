package orquesta.alert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orquesta.text.Problem;

/**
 * Tells somebody when something has happened: {@code Alert.onFailure().mail("AVISOS_SMTP", "rosario@tienda.cl")}. Whoever
 * watches the pipeline sends it, {@code serve} or {@code daemon}, for every run of the home; a run never waits for it.
 *
 * @param occasion of what
 * @param channel how
 */
public record Alert(Occasion occasion, Channel channel) {
    /** When a run fails, is not done in time, or its process dies; also when a tick cannot start its run. Not when somebody stops it. */
    public static Occasion onFailure() {
        return new Occasion.Failure("");
    }

    /** The same for the runs of one job, and for the ticks that should start them. */
    public static Occasion onFailure(String job) {
        return new Occasion.Failure(job);
    }

    /** When a check keeps an asset unpublished. */
    public static Occasion onBlocked() {
        return new Occasion.Blocked("");
    }

    /** The same in the runs of one job. */
    public static Occasion onBlocked(String job) {
        return new Occasion.Blocked(job);
    }

    /**
     * When an asset was not there in time: on any day, nothing of it was published from midnight until the deadline.
     *
     * @param time the deadline of each day, such as {@code 08:00}
     * @param zone whose wall clock is meant, such as {@code America/Santiago}
     */
    public static Occasion ifLate(String asset, String time, String zone) {
        return new Occasion.Late(asset, time, zone);
    }

    /** What it is called in events and lists: it holds no address and no key. */
    public String name() {
        return occasion.text() + ": " + channel.text();
    }

    /** The same with the relative path of a command starting at a folder. */
    public Alert from(Path folder) {
        return new Alert(occasion, channel.from(folder));
    }

    /**
     * What is wrong with alerts.
     *
     * @param assets the names that a deadline may be about
     * @param jobs those that an alert may be limited to
     */
    public static List<Problem> problems(List<Alert> alerts, Collection<String> assets, Collection<String> jobs) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Alert alert : alerts) {
            problems.addAll(alert.occasion.problems(assets, jobs));
            problems.addAll(alert.channel.problems());
            if (!seen.add(alert.name())) {
                problems.add(Problem.at(alert.occasion.text(), "alert.twice", alert.name()));
            }
        }
        return problems;
    }
}
