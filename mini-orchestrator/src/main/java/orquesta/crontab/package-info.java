/**
 * A crontab read as cron reads it, and the pipeline that does the same.
 * Imports {@code schedule} and above.
 */
@NullMarked
package orquesta.crontab;

import org.jspecify.annotations.NullMarked;
