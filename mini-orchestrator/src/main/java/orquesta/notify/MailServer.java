package orquesta.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import orquesta.text.Message;

/**
 * A server of mail: {@code smtp://user:password@host:587}.
 *
 * @param tls whether the connection begins encrypted; else it becomes so if the server can
 * @param user empty for a server that asks for none
 */
record MailServer(boolean tls, String user, String password, String host, int port) {
    private static final Pattern FORM = Pattern.compile(
            "smtp(?<tls>s?)://(?:(?<user>[^:]*):(?<password>.*)@)?(?<host>[^:@/\\s]+)(?::(?<port>\\d{1,5}))?/?");
    private static final int PLAIN_PORT = 587;
    private static final int TLS_PORT = 465;
    private static final String LIMIT_MILLIS = "10000";

    /** @throws NotSent if the address cannot be read; it says the variable alone */
    static MailServer read(String variable, String address) throws NotSent {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            throw new NotSent(false, Message.of("alert.mail_server", variable));
        }
        boolean tls = !form.group("tls").isEmpty();
        String port = form.group("port");
        int standard = tls ? TLS_PORT : PLAIN_PORT;
        return new MailServer(
                tls,
                Objects.requireNonNullElse(form.group("user"), ""),
                Objects.requireNonNullElse(form.group("password"), ""),
                form.group("host"),
                port == null ? standard : Integer.parseInt(port));
    }

    /** Who writes: the user where that is an address. */
    String from() {
        return user.contains("@") ? user : "orquesta@" + host.toLowerCase(Locale.ROOT);
    }

    /** A password leaves this machine encrypted, or not at all. */
    Properties properties(SSLContext trusted) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(!tls && !user.isEmpty() && !isThisMachine()));
        properties.put("mail.smtp.connectiontimeout", LIMIT_MILLIS);
        properties.put("mail.smtp.timeout", LIMIT_MILLIS);
        properties.put("mail.smtp.writetimeout", LIMIT_MILLIS);
        return properties;
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
