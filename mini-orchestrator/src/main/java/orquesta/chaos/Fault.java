package orquesta.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import orquesta.asset.StepFunction;
import orquesta.text.Durations;
import orquesta.text.Message;
import orquesta.text.UserException;

/** What one asset suffers each time that it is computed. */
sealed interface Fault {
    /** The code of an asset that suffers it. */
    StepFunction over(StepFunction code);

    /**
     * The first computations fail; the code is not called then.
     *
     * @param times how many; -1 for all
     * @param begun how many there were, also before the definitions were loaded anew
     */
    record Failing(int times, AtomicInteger begun) implements Fault {
        @Override
        public StepFunction over(StepFunction code) {
            return inputs -> {
                int number = begun.incrementAndGet();
                if (times < 0) {
                    throw new UserException("", "chaos.fails", number);
                }
                if (number <= times) {
                    throw new UserException("", "chaos.fails_some", number, times);
                }
                return code.apply(inputs);
            };
        }
    }

    /** Each computation waits before its code is called. */
    record Slow(Duration delay) implements Fault {
        @Override
        public StepFunction over(StepFunction code) {
            return inputs -> {
                System.out.println(Message.of("chaos.waits", Durations.text(delay))); // into the log of the step
                Thread.sleep(delay.toMillis());
                return code.apply(inputs);
            };
        }
    }
}
