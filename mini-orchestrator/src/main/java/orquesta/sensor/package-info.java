/**
 * What starts a job when something happened: a file came, a run ended, an asset was published. A sensor looks now and then and
 * remembers how far it saw. No thread, no clock, no memory. Imports {@code text} and above.
 */
@NullMarked
package orquesta.sensor;

import org.jspecify.annotations.NullMarked;
