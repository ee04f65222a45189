/**
 * When something is due: cron expressions on the wall clock of a zone, and plain periods. No thread and no clock is in it.
 * Imports {@code text} and below.
 */
@NullMarked
package orquesta.schedule;

import org.jspecify.annotations.NullMarked;
