package orquesta.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orquesta.event.State;

/** One step in one night, as a row: what it did from when to when, and how it ended. */
record Bar(String step, List<Stretch> stretches, Optional<LaneEvent> last) {
    /**
     * A time in which the state of a step was one.
     *
     * @param look what it is drawn as
     */
    record Stretch(Instant from, Instant to, Look look, LaneEvent event) {}

    /** What a stretch is drawn as: by sign in a terminal, by pattern in a picture. */
    enum Look {
        WAITS('·'),
        RUNS('█'),
        BREAKS_OFF('▒');

        private final char sign;

        Look(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    /** The rows of a lane in one night, in the order of its steps. */
    static List<Bar> of(Lane lane, Night night) {
        List<LaneEvent> events = lane.of(night.day());
        return lane.steps().stream()
                .map(step -> of(
                        step,
                        events.stream()
                                .filter(event -> event.step().equals(step))
                                .toList()))
                .toList();
    }

    private static Bar of(String step, List<LaneEvent> events) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < events.size(); i++) {
            LaneEvent event = events.get(i);
            LaneEvent next = events.get(i + 1);
            stretches.add(new Stretch(event.at(), next.at(), look(event, next), event));
        }
        return new Bar(step, stretches, events.stream().reduce((earlier, later) -> later));
    }

    private static Look look(LaneEvent event, LaneEvent next) {
        if (event.state() == State.WAITING) {
            return Look.WAITS;
        }
        boolean again = next.state() == State.WAITING || next.state() == State.FAILED;
        return again ? Look.BREAKS_OFF : Look.RUNS;
    }
}
