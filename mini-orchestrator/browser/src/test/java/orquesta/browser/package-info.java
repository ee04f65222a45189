/** The pages as a user meets them: a server in a process of its own, and a real browser. Nothing here knows how they are made. */
@NullMarked
package orquesta.browser;

import org.jspecify.annotations.NullMarked;
