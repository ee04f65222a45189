package orquesta.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunId;
import orquesta.text.Message;
import orquesta.text.Problem;

/**
 * What the thread behind the button does now.
 *
 * @param run the run that goes on; null while there is none, or while it waits
 * @param waiting for which other run of the home it waits; null if it does not
 * @param trouble why the last one did not even begin
 */
public record Doing(
        boolean busy, @Nullable RunId run, @Nullable Message waiting, List<Problem> trouble) {
    static final Doing NOTHING = new Doing(false, null, null, List.of());

    static Doing going(@Nullable RunId run, @Nullable Message waiting) {
        return new Doing(true, run, waiting, List.of());
    }
}
