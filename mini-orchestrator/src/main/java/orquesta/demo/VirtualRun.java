package orquesta.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import orquesta.asset.Run;

/** What a step of the demo sees of its run: the date, and a clock that stands. What it notes is not kept. */
record VirtualRun(long number, LocalDate date, Instant now) implements Run {
    @Override
    public Clock clock() {
        return Clock.fixed(now, Week.ZONE);
    }

    @Override
    public void log(String line) {}

    @Override
    public void metadata(String name, Object value) {}

    @Override
    public RuntimeException skip(String reason) {
        throw new UnsupportedOperationException("no step of the demo skips itself: " + reason);
    }
}
