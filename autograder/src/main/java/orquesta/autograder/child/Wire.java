package orquesta.autograder.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Frames of bounded size between the controller and its children: a length, then bytes. No Java serialisation. */
public final class Wire {
    /** No frame is longer, in bytes; who sends more is not read. */
    public static final int LONGEST = 8 << 20;

    private Wire() {}

    /** Something that writes the content of one frame. */
    public interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    public static byte[] frame(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    public static void send(DataOutputStream out, byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /** The next frame; null at the end of the stream. Whoever breaks the format gets an {@link IOException}. */
    public static @Nullable DataInputStream receive(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            return null;
        }
        return new DataInputStream(new ByteArrayInputStream(frame));
    }

    public static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        return new String(in.readNBytes(readable(in, length)), StandardCharsets.UTF_8);
    }

    /** A text that is there; an empty one for null. */
    public static String readWord(DataInputStream in) throws IOException {
        String text = readText(in);
        return text == null ? "" : text;
    }

    /** A count of things that follow, each of one byte at least: so it cannot exceed what is left of the frame. */
    public static int readCount(DataInputStream in) throws IOException {
        return readable(in, in.readInt());
    }

    private static int readable(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length);
        }
        return length;
    }
}
