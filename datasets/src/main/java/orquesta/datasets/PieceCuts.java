package orquesta.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file in pieces of about one size, each but the last up to the end of a line. Whether a record ends there, too, its parser says. */
final class PieceCuts {
    private final FileChannel file;
    private final long size;
    private final int wanted;

    /** @param wanted how long a piece should be, in bytes */
    PieceCuts(FileChannel file, int wanted) throws IOException {
        this.file = file;
        this.size = file.size();
        this.wanted = wanted;
    }

    /** Where the piece ends that begins at a place; the end of the file for the last one. */
    long end(long start) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 12);
        for (long at = start + wanted - 1; at < size; at += block.limit()) {
            block.clear();
            if (file.read(block, at) <= 0) {
                return size;
            }
            block.flip();
            for (int i = 0; i < block.limit(); i++) {
                if (block.get(i) == '\n') {
                    return at + i + 1;
                }
            }
        }
        return size;
    }

    long size() {
        return size;
    }
}
