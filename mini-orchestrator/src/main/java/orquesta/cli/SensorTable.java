package orquesta.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.daemon.SensorState;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.relation.SessionTime;
import orquesta.sensor.Sensor;
import orquesta.store.History;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;
import orquesta.text.Moments;

/** The sensors of a pipeline: what each watches, whether it is on, what it told last. */
record SensorTable(String pipeline, List<Sensor> sensors) {
    /**
     * One sensor.
     *
     * @param told what it told last; null if nobody has watched it yet
     */
    record Line(Sensor sensor, boolean on, @Nullable Event told) {
        private Fact.@Nullable Sensed sensed() {
            return told == null ? null : (Fact.Sensed) told.fact();
        }

        private @Nullable String at() {
            return told == null ? null : Moments.text(told.at(), SessionTime.COURSE);
        }
    }

    /** @param history null where there is no home yet: then nobody has watched them */
    List<Line> with(@Nullable History history) {
        return sensors.stream().map(sensor -> line(sensor, history)).toList();
    }

    private Line line(Sensor sensor, @Nullable History history) {
        if (history == null) {
            return new Line(sensor, true, null);
        }
        TriggerId id = new TriggerId(pipeline, sensor.name());
        boolean on =
                SensorState.of(new TriggerQueries(history).newest(id)).set().on();
        return new Line(
                sensor,
                on,
                new TriggerQueries(history).sensed(id, 1).stream().findFirst().orElse(null));
    }

    static Map<String, @Nullable Object> json(List<Line> lines) {
        return Json.object("sensors", lines.stream().map(SensorTable::json).toList());
    }

    private static Map<String, @Nullable Object> json(Line line) {
        Optional<Fact.Sensed> sensed = Optional.ofNullable(line.sensed());
        return Json.object(
                "sensor", line.sensor().name(),
                "watches", line.sensor().watches(),
                "every", line.sensor().period(),
                "job", line.sensor().job(),
                "on", line.on(),
                "told", line.at(),
                "cursor", sensed.map(Fact.Sensed::cursor).orElse(null),
                "reason", sensed.map(told -> told.reason().toString()).orElse(null));
    }

    static TextTable text(List<Line> lines) {
        TextTable table = new TextTable(
                Message.of("sensor.name").toString(),
                Message.of("sensor.watches").toString(),
                Message.of("sensor.every").toString(),
                "job",
                Message.of("schedule.on").toString(),
                Message.of("sensor.last").toString());
        for (Line line : lines) {
            Fact.Sensed sensed = line.sensed();
            String told = sensed == null ? "-" : line.at() + " " + sensed.reason();
            table.row(
                    line.sensor().name(),
                    line.sensor().watches(),
                    line.sensor().period(),
                    line.sensor().job(),
                    Message.of(line.on() ? "schedule.is_on" : "schedule.is_off"),
                    told);
        }
        return table;
    }
}
