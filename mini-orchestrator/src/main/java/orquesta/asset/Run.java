package orquesta.asset;

import java.time.Clock;
import java.time.LocalDate;

/** What a step sees of the run it is part of. */
public interface Run {
    /** The number of the run, as pages and the command line show it. */
    long number();

    /** The run's date: that of its clock when it started; a rerun keeps it. */
    LocalDate date();

    /** The clock of the run; never ask the system for the time. */
    Clock clock();

    /** Writes a line to the step's log. */
    void log(String line);

    /** Records a fact about the value that the step computes; shown beside its rows and columns. */
    void metadata(String name, Object value);

    /** Ends the step as skipped, and all that depends on it; returns never. */
    RuntimeException skip(String reason);
}
