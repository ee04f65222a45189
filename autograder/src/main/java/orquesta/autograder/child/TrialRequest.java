package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of any signature, and what it is called with.
 *
 * @param parameters the simple names of their classes
 * @param locale the default locale meanwhile, as a language tag; empty is the root locale
 * @param fixed lists, sets and maps refuse modification
 * @param calls the arguments of each call
 */
public record TrialRequest(
        String type,
        String method,
        List<String> parameters,
        String locale,
        boolean fixed,
        List<List<@Nullable Object>> calls) {
    /** The first byte of its frame. */
    static final int FORM = 1;

    public byte[] frame() throws IOException {
        return Wire.frame(this::writeTo);
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.writeByte(FORM);
        Wire.writeText(out, type);
        Wire.writeText(out, method);
        out.writeInt(parameters.size());
        for (String parameter : parameters) {
            Wire.writeText(out, parameter);
        }
        Wire.writeText(out, locale);
        out.writeBoolean(fixed);
        out.writeInt(calls.size());
        for (List<@Nullable Object> call : calls) {
            new PlainWriter(out).writeAll(call);
        }
    }

    /** What follows the first byte. */
    static TrialRequest read(DataInputStream in) throws IOException {
        String type = Wire.readWord(in);
        String method = Wire.readWord(in);
        List<String> parameters = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            parameters.add(Wire.readWord(in));
        }
        String locale = Wire.readWord(in);
        boolean fixed = in.readBoolean();
        List<List<@Nullable Object>> calls = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            calls.add(Plain.readAll(in));
        }
        return new TrialRequest(type, method, parameters, locale, fixed, calls);
    }
}
