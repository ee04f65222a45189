/**
 * What the student's code did: tables and endings, without any judgement.
 */
@NullMarked
package orquesta.autograder.evidence;

import org.jspecify.annotations.NullMarked;
