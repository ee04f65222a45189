package orquesta.autograder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import orquesta.autograder.child.Reply;
import orquesta.autograder.child.Wire;

/** What a child floods us with fills no memory of ours, and what it forges is not judged. */
class FramesTest {
    @Test
    void a_flood_of_large_frames_waits_until_it_is_heard() throws Exception {
        AtomicInteger read = new AtomicInteger();
        Frames frames = new Frames(new Flood(read));
        Thread reader = new Thread(frames);
        reader.setDaemon(true);
        reader.start();
        for (int heard = 0; heard < 20; heard++) {
            assertThat(frames.poll(TimeUnit.SECONDS.toMillis(30))).isNotNull();
            assertThat(read.get()).as("frames read").isLessThanOrEqualTo(heard + 8);
        }
        frames.close();
    }

    /** A thousand frames of zeros, which are 8 GB. */
    private static final class Flood extends InputStream {
        private static final byte[] HEAD = {0, (byte) (Wire.LONGEST >> 16), 0, 0};
        private final AtomicInteger begun;
        private int at;

        private Flood(AtomicInteger begun) {
            this.begun = begun;
        }

        @Override
        public int read() {
            if (at == 0 && begun.incrementAndGet() > 1_000) {
                return -1;
            }
            int value = at < HEAD.length ? HEAD[at] & 0xff : 0;
            at = (at + 1) % (Wire.LONGEST + HEAD.length);
            return value;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at < HEAD.length) {
                int value = read();
                into[from] = (byte) value;
                return value < 0 ? -1 : 1;
            }
            int length = Math.min(most, Wire.LONGEST + HEAD.length - at);
            at = (at + length) % (Wire.LONGEST + HEAD.length);
            return length;
        }
    }

    @Test
    void a_text_that_our_child_would_have_cut_is_forged_and_never_judged() throws IOException {
        String text = "e\u0301".repeat(100_000);
        byte[] table = Wire.frame(out -> {
            out.writeByte(Reply.TABLE);
            out.writeInt(0);
            out.writeInt(1);
            out.writeInt(1);
            Wire.writeText(out, "String");
            Wire.writeText(out, text);
            out.writeInt(0);
        });
        assertThat(Replies.read(in(table))).isInstanceOf(Evidence.Ended.class);
        byte[] threw = Wire.frame((DataOutputStream out) -> {
            out.writeByte(Reply.THREW);
            Wire.writeText(out, text);
            Wire.writeText(out, "");
            out.writeInt(0);
        });
        assertThat(Replies.read(in(threw))).isInstanceOf(Evidence.Ended.class);
    }

    private static DataInputStream in(byte[] frame) {
        return new DataInputStream(new ByteArrayInputStream(frame));
    }
}
