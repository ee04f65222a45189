package orquesta.values;

import java.util.List;
import orquesta.asset.Relation;
import orquesta.event.Materialization.ContentHash;
import orquesta.event.Materialization.Contents;
import orquesta.relation.Session;

/**
 * What is known of a table once it is written; the same for the same rows, whichever store holds them.
 *
 * @param rowHash the sum of the hashes of its rows
 */
record TableSummary(Contents contents, String rowHash) {
    private static final int PREVIEW = 10;

    /** @param bytes what it takes where it is kept */
    static TableSummary of(Session session, Relation written, long bytes) {
        Session.Sample sample = session.sample(written.select("*"), PREVIEW);
        Contents contents = new Contents(sample.count(), sample.columns(), sample.rows(), List.of(), bytes);
        return new TableSummary(contents, session.rowHash(written));
    }

    ContentHash hash() {
        return new ContentHash(
                "sha-256 of columns, rows and the sum of DuckDB's row hashes",
                Hashes.sha256(contents.columns() + "|" + contents.rows() + "|" + rowHash));
    }

    TableSummary taking(long bytes) {
        return new TableSummary(
                new Contents(contents.rows(), contents.columns(), contents.preview(), List.of(), bytes), rowHash);
    }
}
