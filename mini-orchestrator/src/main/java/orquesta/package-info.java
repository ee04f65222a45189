/**
 * The front door of the orchestrator: {@link orquesta.Orchestrator} wires the parts of the core together.
 */
@NullMarked
package orquesta;

import org.jspecify.annotations.NullMarked;
