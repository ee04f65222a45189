package orquesta.autograder.child;

import java.io.IOException;
import java.util.Arrays;

/**
 * What a call was given, copied three times: before the call, when the method comes back, and when its answer is copied,
 * for the answer's own iterators are the student's code. What is changed and put back in between has been changed.
 */
final class Given {
    private final Copied copied;
    private final byte[] before;
    private byte[] returned;

    /** Takes a copy of what was given, as it is now. */
    interface Copied {
        byte[] now() throws IOException, ReflectiveOperationException;
    }

    Given(Copied copied) throws IOException, ReflectiveOperationException {
        this.copied = copied;
        this.before = copied.now();
        this.returned = before;
    }

    /** To be told before anything of the answer is looked at. */
    void returned() throws IOException, ReflectiveOperationException {
        returned = copied.now();
    }

    /** As it is after the call: to be asked when the whole answer is copied. */
    byte[] after() throws IOException, ReflectiveOperationException {
        return Arrays.equals(returned, before) ? copied.now() : returned;
    }
}
