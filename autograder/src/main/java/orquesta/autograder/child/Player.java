package orquesta.autograder.child;

import java.io.IOException;

/** Does with the definitions of an answer what a script says: of the one child that has an orchestrator. */
public interface Player {
    /** One reply, as {@link PlainReply} makes them. */
    byte[] play(ScriptRequest request) throws IOException;
}
