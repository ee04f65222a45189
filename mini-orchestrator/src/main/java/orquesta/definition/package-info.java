/**
 * What the user declares: assets and checks by annotated methods or by builders, jobs, resources; validated whole.
 * Imports {@code selection}, {@code resource} and below.
 */
@NullMarked
package orquesta.definition;

import org.jspecify.annotations.NullMarked;
