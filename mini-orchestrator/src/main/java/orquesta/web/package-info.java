/**
 * Looking: pages in a browser, the home of a pipeline, its runs as a grid, one run, one asset, its schedules. All that they show is
 * rendered here; a script of the page only keeps it fresh.
 * Imports everything but {@code cli}; the only package that knows Javalin and jte.
 */
@NullMarked
package orquesta.web;

import org.jspecify.annotations.NullMarked;
