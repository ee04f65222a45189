package orquesta.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.event.State;
import orquesta.explain.Why;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.Visible;

/**
 * Who looks, and how: every page is rendered for one of these.
 *
 * @param path the page itself, to come back to
 * @param token proves that a form comes from a page of this server
 * @param base what the addresses of this pipeline begin with; empty for the first that is served
 */
public record Look(Language language, Theme theme, String path, String token, String base) {
    private static final Pattern NUMBER =
            Pattern.compile("DECIMAL.*|DOUBLE|FLOAT|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    /** Who looks at the first pipeline that is served. */
    public Look(Language language, Theme theme, String path, String token) {
        this(language, theme, path, token, "");
    }

    /** Whether the page stands by itself, in a file: nothing on it can be pressed, and it leads nowhere. */
    public boolean isAlone() {
        return token.isEmpty();
    }

    /** A sentence or a word of the table of texts. */
    public String say(String key, @Nullable Object... args) {
        return say(Message.of(key, args));
    }

    public String say(Message message) {
        return visible(message.in(language));
    }

    public String say(Problem problem) {
        return visible(problem.in(language));
    }

    /** What stands alone on a page begins with a capital, unless it begins with a name or a value. */
    public String sentence(Message message) {
        String said = say(message);
        boolean named = message.args().stream().anyMatch(arg -> !arg.isEmpty() && said.startsWith(visible(arg)));
        return named || said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    /** What is wrong with a selection stands below its box: the option of the command line is no part of it. */
    public String sentence(Problem problem) {
        return problem.element().matches("(--select|--chaos)?") ? sentence(problem.message()) : say(problem);
    }

    /** How a column is set: numbers to the right; no value in two lines but a text, since half a price is another price. */
    public static @Nullable String cell(Column column) {
        if (NUMBER.matcher(column.type()).matches()) {
            return "right whole";
        }
        return column.type().equals("VARCHAR") ? null : "whole";
    }

    public String dayAndTime(Instant instant) {
        return DAY_AND_TIME.format(local(instant));
    }

    /** Day, time and offset on the wall clock of a zone. */
    public String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    public String time(Instant instant) {
        return TIME.format(local(instant));
    }

    /** With the numeric offset, for machines and for who wants to know. */
    public String iso(Instant instant) {
        return ISO.format(local(instant));
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(ZoneId.systemDefault());
    }

    /** {@code 12 ms}, {@code 3.4 s} ({@code 3,4 s} in Spanish), {@code 2 min 5 s} */
    public String duration(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        Duration whole = Duration.ofMillis(millis);
        if (whole.toMinutes() > 0) {
            return whole.toMinutes() + " min " + whole.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0).replace('.', language == Language.ES ? ',' : '.');
    }

    /** What a run was asked for. */
    public String selection(String asked) {
        return say(Why.asked(asked));
    }

    /** A count, as the language writes it. */
    public String number(long count) {
        return language.count(count);
    }

    /** Characters that would not be seen, or that would turn the text around, as signs that are. */
    public static String visible(@Nullable String text) {
        return text == null ? "null" : Visible.of(text);
    }

    /** A long name, shortened in the middle: its beginning and its end tell it from others. */
    public static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int end = (longest - 1) / 2;
        return name.substring(0, longest - 1 - end) + "…" + name.substring(name.length() - end);
    }

    /** What a state means. */
    public static Message meaning(State state) {
        return Message.of(
                switch (state) {
                    case PLANNED -> "web.s_planned";
                    case WAITING -> "web.s_waiting";
                    case RUNNING -> "web.s_running";
                    case OK -> "web.s_ok";
                    case WARNED -> "web.s_warned";
                    case FAILED -> "web.s_failed";
                    case TIMED_OUT -> "web.s_timed_out";
                    case BLOCKED -> "web.s_blocked";
                    case UPSTREAM_FAILED -> "web.s_upstream_failed";
                    case SKIPPED -> "web.s_skipped";
                    case REUSED -> "web.s_reused";
                    case CANCELLED -> "web.s_cancelled";
                    case CRASHED -> "web.s_crashed";
                });
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** Each language in its own words. */
    public Map<String, String> languages() {
        return new TreeMap<>(Map.of("en", "English", "es", "Español"));
    }
}
