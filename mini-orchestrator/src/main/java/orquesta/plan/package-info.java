/**
 * What will be done: a pure function from definitions, a selection and what is published to a list of steps.
 * Imports {@code definition}, {@code event} and below.
 */
@NullMarked
package orquesta.plan;

import org.jspecify.annotations.NullMarked;
