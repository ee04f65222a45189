/**
 * What runs the definitions of an answer, in a child of its own kind: it knows the orchestrator, and sends what happened.
 */
@NullMarked
package orquesta.autograder.pipeline;

import org.jspecify.annotations.NullMarked;
