package orquesta.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunId;
import orquesta.text.Problem;

/**
 * What the thread behind the button does now.
 *
 * @param run the run that goes on; null while there is none
 * @param trouble why the last one did not even begin
 */
public record Doing(boolean busy, @Nullable RunId run, List<Problem> trouble) {
    static final Doing NOTHING = new Doing(false, null, List.of());

    static Doing going(@Nullable RunId run) {
        return new Doing(true, run, List.of());
    }
}
