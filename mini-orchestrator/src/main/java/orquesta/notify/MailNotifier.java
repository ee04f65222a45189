package orquesta.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import orquesta.alert.Channel;
import orquesta.text.Message;

/** Sends mail through a server that a variable of the environment names. */
final class MailNotifier {
    private final Secrets secrets;

    MailNotifier(Secrets secrets) {
        this.secrets = secrets;
    }

    void send(Channel.Mail to, Notice notice) throws NotSent {
        MailServer server = MailServer.read(to.variable(), secrets.require(to.variable()));
        try {
            Session session = Session.getInstance(server.properties(TrustedServers.context(secrets)));
            MimeMessage mail = mail(session, server, to, notice);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(server.host(), server.port(), server.user(), server.password());
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (AuthenticationFailedException e) {
            throw new NotSent(false, Message.of("alert.mail_login", server, to.variable()));
        } catch (SendFailedException e) {
            throw new NotSent(false, Message.of("alert.mail_refused", server, said(e, server)));
        } catch (MessagingException e) {
            Message lost = Message.of("alert.mail_lost", server, said(e, server));
            throw TrustedServers.refused(e, Message.of("alert.mail_who", server))
                    .orElseGet(() -> new NotSent(true, lost));
        }
    }

    private static MimeMessage mail(Session session, MailServer server, Channel.Mail to, Notice notice)
            throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(server.from()));
        for (String address : to.to()) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(address));
        }
        mail.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        mail.setText(notice.text(), StandardCharsets.UTF_8.name());
        mail.saveChanges(); // adds the date and an id
        return mail;
    }

    private String said(MessagingException thrown, MailServer server) {
        String words = (thrown.getClass().getSimpleName() + ": " + thrown.getMessage())
                .lines()
                .findFirst()
                .orElse("");
        return secrets.hide(words, server.password());
    }
}
