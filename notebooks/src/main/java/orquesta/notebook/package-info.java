/**
 * The Java kernel of the notebooks: JJava speaks Jupyter's protocol, and what runs a cell is ours, so that variables keep
 * their values, a cell has a time limit, and our own values show as tables and pictures.
 */
@NullMarked
package orquesta.notebook;

import org.jspecify.annotations.NullMarked;
