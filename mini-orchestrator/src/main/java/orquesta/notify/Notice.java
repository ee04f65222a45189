package orquesta.notify;

import java.util.ArrayList;
import java.util.List;
import orquesta.text.Message;

/**
 * What one message to somebody says: of one thing that happened, or of many at once.
 *
 * @param alert the name of the alert
 * @param lines one for each thing that happened, at least one, the oldest first
 */
record Notice(String pipeline, String alert, List<Message> lines) {
    private static final int SHOWN = 20;

    Notice {
        lines = List.copyOf(lines);
    }

    /** The first line: what happened, or how many things did. */
    String subject() {
        Message what = lines.size() == 1 ? lines.get(0) : Message.of("alert.many", lines.size());
        return Message.of("alert.subject", pipeline, what)
                .toString()
                .lines()
                .findFirst()
                .orElse(pipeline);
    }

    /** The whole: the subject, and where there are many each on a line, the newest of very many. */
    String text() {
        List<String> said = new ArrayList<>();
        said.add(subject());
        if (lines.size() > 1) {
            int older = Math.max(0, lines.size() - SHOWN);
            if (older > 0) {
                said.add(Message.of("alert.older", older).toString());
            }
            lines.subList(older, lines.size()).forEach(line -> said.add("- " + line));
        }
        return String.join("\n", said) + "\n";
    }
}
