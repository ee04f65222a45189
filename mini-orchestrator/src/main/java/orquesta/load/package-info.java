/**
 * Getting definitions: folders of .java compiled in this process and cached, and where things lie in a checkout.
 * Imports the core.
 */
@NullMarked
package orquesta.load;

import org.jspecify.annotations.NullMarked;
