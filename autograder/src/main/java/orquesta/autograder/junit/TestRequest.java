package orquesta.autograder.junit;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import orquesta.autograder.child.Wire;

/**
 * The one request to a child that runs tests.
 *
 * @param secret stands in each of its frames, so that nobody who only writes into its channel is believed
 * @param without the ids of tests that are not to be run: others have run them, or did not survive them
 */
public record TestRequest(String secret, Set<String> without) {
    public TestRequest {
        without = Set.copyOf(without);
    }

    public byte[] frame() throws IOException {
        return Wire.frame(out -> {
            Wire.writeText(out, secret);
            out.writeInt(without.size());
            for (String id : without) {
                Wire.writeText(out, id);
            }
        });
    }

    static TestRequest read(DataInputStream in) throws IOException {
        String secret = Wire.readWord(in);
        Set<String> without = new HashSet<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            without.add(Wire.readWord(in));
        }
        return new TestRequest(secret, without);
    }
}
