package orquesta.demo;

import java.time.Instant;

/** A report that was sent, and when. */
public record Publication(Instant at, Report report) {}
