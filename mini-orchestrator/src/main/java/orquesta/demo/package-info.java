/**
 * Cron beside the DAG: the same three programs through the same bad week, once by three lines of a crontab, once as assets
 * on one schedule. Imports the core and {@code draw}.
 */
@NullMarked
package orquesta.demo;

import org.jspecify.annotations.NullMarked;
