package orquesta.sensor;

import java.util.function.ToLongFunction;
import orquesta.text.Message;

/**
 * Something that is counted: each time the number has grown since the last firing, it happened again. What happened before the
 * sensor was there does not count.
 *
 * @param what for sentences: the job, or the asset
 */
record NumberWatch(String what, ToLongFunction<SensorLook.Memory> number) implements Sensor.Code {
    @Override
    public String begins(SensorLook look) {
        return String.valueOf(number.applyAsLong(look.memory()));
    }

    @Override
    public SensorAnswer look(SensorLook look) {
        long now = number.applyAsLong(look.memory());
        if (now > Long.parseLong(look.cursor())) {
            return new SensorAnswer.Fires(String.valueOf(now), "", Message.of("sensor.happened", what, now));
        }
        return new SensorAnswer.Waits(Message.of("sensor.not_again", what));
    }
}
