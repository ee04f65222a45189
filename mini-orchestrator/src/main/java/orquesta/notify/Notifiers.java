package orquesta.notify;

import java.util.Map;
import orquesta.alert.Channel;

/** Sends a notice through whichever channel. */
public final class Notifiers {
    private final HttpNotifier http;
    private final MailNotifier mail;
    private final CommandNotifier command;

    /** @param environment the variables that hold addresses and keys */
    public Notifiers(Map<String, String> environment) {
        Secrets secrets = new Secrets(environment);
        http = new HttpNotifier(secrets);
        mail = new MailNotifier(secrets);
        command = new CommandNotifier(secrets);
    }

    /**
     * Sends, and waits until it has arrived.
     *
     * @throws NotSent if it did not
     */
    void send(Channel channel, Notice notice) throws NotSent, InterruptedException {
        if (channel instanceof Channel.Http to) {
            http.send(to, notice);
        } else if (channel instanceof Channel.Mail to) {
            mail.send(to, notice);
        } else if (channel instanceof Channel.Command to) {
            command.send(to, notice);
        }
    }
}
