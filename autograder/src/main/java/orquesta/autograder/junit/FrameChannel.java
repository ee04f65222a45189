package orquesta.autograder.junit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import orquesta.autograder.child.Wire;

/** The way to the controller: whole frames, from whichever thread, each with the secret. */
final class FrameChannel {
    private final DataOutputStream out;
    private final String secret;

    FrameChannel(DataOutputStream out, String secret) {
        this.out = out;
        this.secret = secret;
    }

    void send(int kind, Wire.Content content) {
        try {
            byte[] frame = Wire.frame(bytes -> {
                bytes.writeByte(kind);
                Wire.writeText(bytes, secret);
                content.writeTo(bytes);
            });
            synchronized (this) {
                Wire.send(out, frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nobody listens any more
        }
    }
}
