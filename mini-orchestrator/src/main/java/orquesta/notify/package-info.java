/**
 * Tells people what happened: finds in the log what each alert is about, and sends it, again where that may help.
 * Imports the root and above.
 */
@NullMarked
package orquesta.notify;

import org.jspecify.annotations.NullMarked;
