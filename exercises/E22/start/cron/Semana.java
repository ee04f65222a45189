package cron;

import java.util.List;

/** What came of some nights, and what you say is still missing. Given; do not change it. */
public record Semana(List<Informe> informes, String falta) {}
