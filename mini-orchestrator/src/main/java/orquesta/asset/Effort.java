package orquesta.asset;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How hard a run tries to compute an asset.
 *
 * @param retries how often it begins again after a failure, and when
 * @param timeout how long one attempt may take; null without a limit
 * @param pool the pool that one attempt takes a place of; empty without one
 */
public record Effort(RetryPolicy retries, @Nullable Duration timeout, String pool) {
    /** One attempt, without a limit, outside every pool. */
    public static final Effort PLAIN = new Effort(RetryPolicy.NONE, null, "");

    public Effort retries(RetryPolicy policy) {
        return new Effort(policy, timeout, pool);
    }

    public Effort timeout(Duration limit) {
        return new Effort(retries, limit, pool);
    }

    public Effort pool(String name) {
        return new Effort(retries, timeout, name);
    }

    /** What this leaves open is taken from another. */
    public Effort orElse(Effort other) {
        RetryPolicy tries = retries.times() > 0 ? retries : other.retries;
        Duration limit = timeout == null ? other.timeout : timeout;
        return new Effort(tries, limit, pool.isEmpty() ? other.pool : pool);
    }
}
