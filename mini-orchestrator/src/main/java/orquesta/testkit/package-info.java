/**
 * For tests of pipelines: values of relations, and runs in a home of their own.
 * Imports the core.
 */
@NullMarked
package orquesta.testkit;

import org.jspecify.annotations.NullMarked;
