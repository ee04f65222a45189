package orquesta.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.alert.Alert;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunStatus;
import orquesta.event.TriggerId;
import orquesta.text.Message;

@Tag("once")
class OutboxTest {
    private static final Alert ALERT = Alert.onFailure().http("AVISOS_URL");
    private static final Pace PACE = new Pace(
            Duration.ofSeconds(1), Duration.ofSeconds(60), List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)));

    private final Outbox outbox = new Outbox(new TriggerId("tienda", ALERT.name()), PACE, 0);

    private static long second(double seconds) {
        return (long) (seconds * 1e9);
    }

    private void fails(int run, double at) {
        Fact ended = new Fact.RunEnded(RunStatus.FAILED, Message.valueOf("why"));
        Event event = new Event(run * 10L, Instant.EPOCH, new RunId("tienda", run), null, 0, 0, ended);
        outbox.read(event, Optional.of(new Occurrence(event, Message.valueOf("run " + run))), second(at));
    }

    @Test
    void what_happens_within_a_moment_is_told_in_one_and_each_is_recorded() {
        fails(1, 0);
        fails(2, 0.5);

        assertThat(outbox.take(second(0.9))).isEmpty();
        Notice notice = outbox.take(second(1)).orElseThrow();
        assertThat(notice.subject()).isEqualTo("[tienda] 2 alerts");
        assertThat(notice.text()).isEqualTo("[tienda] 2 alerts\n- run 1\n- run 2\n");
        assertThat(outbox.take(second(2))).as("it is on its way").isEmpty();
        assertThat(outbox.tried(ALERT, null, second(2)))
                .extracting(Event.Draft::cause)
                .containsExactly(10L, 20L);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.read()).isEqualTo(20);
    }

    @Test
    void after_one_there_is_silence_for_a_while() {
        fails(1, 0);
        assertThat(outbox.take(second(1)).orElseThrow().subject()).isEqualTo("[tienda] run 1");
        fails(2, 1.5);
        outbox.tried(ALERT, null, second(2));
        fails(3, 40);

        assertThat(outbox.take(second(61.9))).isEmpty();
        assertThat(outbox.take(second(62)).orElseThrow().lines()).hasSize(2);
    }

    @Test
    void it_is_tried_again_later_and_later_until_it_is_given_up() {
        NotSent busy = new NotSent(true, Message.of("alert.http_status", "AVISOS_URL", 503));
        fails(1, 0);

        assertThat(outbox.take(second(1))).isPresent();
        assertThat(outbox.tried(ALERT, busy, second(2))).isEmpty();
        assertThat(outbox.take(second(6.9))).isEmpty();
        assertThat(outbox.take(second(7))).isPresent();
        assertThat(outbox.tried(ALERT, busy, second(8))).isEmpty();
        assertThat(outbox.take(second(37.9))).isEmpty();
        assertThat(outbox.take(second(38))).isPresent();
        List<Event.Draft> told = outbox.tried(ALERT, busy, second(39));

        assertThat(told).hasSize(1);
        assertThat(told.get(0).fact()).isInstanceOfSatisfying(Fact.Alerted.class, alerted -> {
            assertThat(alerted.sent()).isFalse();
            assertThat(alerted.reason())
                    .hasToString("not sent by http AVISOS_URL: the address in AVISOS_URL answered 503 (tried 3 times)");
        });
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void what_cannot_help_is_not_tried_again() {
        fails(1, 0);
        outbox.take(second(1));

        assertThat(outbox.tried(ALERT, new NotSent(false, Message.of("alert.no_variable", "AVISOS_URL")), second(2)))
                .hasSize(1);
    }

    @Test
    void of_very_many_the_newest_are_shown() {
        for (int run = 1; run <= 500; run++) {
            fails(run, 0);
        }
        Notice notice = outbox.take(second(1)).orElseThrow();

        assertThat(notice.text().lines())
                .hasSize(22)
                .contains("[tienda] 500 alerts", "(and 480 older ones: ./kit runs)", "- run 481", "- run 500");
    }
}
