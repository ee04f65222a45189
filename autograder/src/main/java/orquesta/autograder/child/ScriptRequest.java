package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.IOException;

/** A method that gives definitions, and what is done with them. */
public record ScriptRequest(String type, String method, Script script) {
    /** The first byte of its frame. */
    static final int FORM = 2;

    public byte[] frame() throws IOException {
        return Wire.frame(out -> {
            out.writeByte(FORM);
            Wire.writeText(out, type);
            Wire.writeText(out, method);
            script.writeTo(out);
        });
    }

    /** What follows the first byte. */
    static ScriptRequest read(DataInputStream in) throws IOException {
        return new ScriptRequest(Wire.readWord(in), Wire.readWord(in), Script.read(in));
    }
}
