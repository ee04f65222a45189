package orquesta.run;

import java.time.Clock;
import java.time.LocalDate;
import orquesta.event.RunId;

/**
 * What is fixed before a run begins.
 *
 * @param job the job that asked for it; empty if none
 * @param owner the process that does the run: its number and a word that no other process of this machine has
 * @param workers how many steps may run at once, at least 1
 */
public record RunSetup(RunId id, String job, LocalDate date, Clock clock, String owner, int workers) {}
