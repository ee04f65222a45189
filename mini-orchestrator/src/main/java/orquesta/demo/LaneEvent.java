package orquesta.demo;

import java.time.Instant;
import java.time.LocalDate;
import orquesta.event.State;
import orquesta.text.Message;

/**
 * Something that happened in a lane, and why.
 *
 * @param day the day whose report is being made
 * @param step a program, a task, or the schedule that is due
 */
public record LaneEvent(Instant at, LocalDate day, String step, State state, Message why) {}
