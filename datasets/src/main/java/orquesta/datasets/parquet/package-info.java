/** Parquet as this kit writes it by itself: columns of texts, numbers and flags, uncompressed, for a reader that comes at once. */
@NullMarked
package orquesta.datasets.parquet;

import org.jspecify.annotations.NullMarked;
