-- The only truth: what happened, in order, for ever. An event belongs to a run, to a trigger of runs (a schedule, a sensor)
-- or, with none of both, to the home. "step" is an asset or asset#check; empty for the subject as a whole. "partition" is
-- empty where an asset has none. Times are milliseconds since 1970 in UTC.
CREATE TABLE IF NOT EXISTS event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  pipeline TEXT NOT NULL,
  run INTEGER NOT NULL,
  "trigger" TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  step TEXT NOT NULL,
  asset TEXT NOT NULL,
  partition TEXT NOT NULL DEFAULT '',
  attempt INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
);
CREATE INDEX IF NOT EXISTS event_run ON event (run, seq);
CREATE INDEX IF NOT EXISTS event_trigger ON event (pipeline, "trigger", type, seq) WHERE "trigger" <> '';
CREATE INDEX IF NOT EXISTS event_cancel ON event (run) WHERE type = 'cancel_requested';
CREATE INDEX IF NOT EXISTS event_alerted ON event (cause) WHERE type = 'alerted';

-- Projections: written in the transaction of their event, rebuilt from the events by one command.
CREATE TABLE IF NOT EXISTS run (
  pipeline TEXT NOT NULL,
  run INTEGER NOT NULL,
  status TEXT NOT NULL,
  selection TEXT NOT NULL,
  job TEXT NOT NULL,
  date TEXT NOT NULL,
  owner TEXT NOT NULL,
  partitions TEXT NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER,
  reason TEXT NOT NULL,
  tick INTEGER,
  PRIMARY KEY (pipeline, run)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS run_number ON run (run);
CREATE INDEX IF NOT EXISTS run_unfinished ON run (run) WHERE status = 'running';
-- Each filter of the list of runs, and two together, ends at the newest of the runs that it lets pass.
CREATE INDEX IF NOT EXISTS run_status ON run (pipeline, status);
CREATE INDEX IF NOT EXISTS run_job ON run (pipeline, job);
CREATE INDEX IF NOT EXISTS run_job_status ON run (pipeline, job, status);
CREATE INDEX IF NOT EXISTS run_tick ON run (pipeline, tick) WHERE tick IS NOT NULL;

CREATE TABLE IF NOT EXISTS step (
  pipeline TEXT NOT NULL,
  run INTEGER NOT NULL,
  step TEXT NOT NULL,
  asset TEXT NOT NULL,
  partition TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  cause INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  rows INTEGER NOT NULL DEFAULT -1,
  computing INTEGER NOT NULL DEFAULT 0,
  pool TEXT NOT NULL DEFAULT '',
  started INTEGER,
  ended INTEGER,
  PRIMARY KEY (pipeline, run, step, partition)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS step_name ON step (step, run);
-- From one partition of a step to the next, and of each the newest run, however many runs there were.
CREATE INDEX IF NOT EXISTS step_partition ON step (pipeline, step, partition, run) WHERE partition <> '';
-- What failed is rare; a backfill asks of each partition whether it did.
CREATE INDEX IF NOT EXISTS step_failed ON step (step, partition, pipeline, run)
  WHERE state IN ('failed', 'timed_out', 'blocked', 'crashed');
-- Whether it did since a moment, however often it had before.
CREATE INDEX IF NOT EXISTS step_failed_since ON step (step, partition, pipeline, ended)
  WHERE state IN ('failed', 'timed_out', 'blocked', 'crashed');
-- Who computes what now, from the first attempt until a value is written. No other run may compute the same meanwhile.
CREATE INDEX IF NOT EXISTS step_computing ON step (step, partition, pipeline) WHERE computing = 1;
CREATE INDEX IF NOT EXISTS step_pool ON step (pool) WHERE pool <> '';

CREATE TABLE IF NOT EXISTS materialization (
  seq INTEGER PRIMARY KEY,
  pipeline TEXT NOT NULL,
  asset TEXT NOT NULL,
  partition TEXT NOT NULL DEFAULT '',
  run INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  value TEXT NOT NULL,
  published INTEGER,
  delivered INTEGER,
  bytes INTEGER NOT NULL DEFAULT -1,
  cleaned INTEGER,
  removed INTEGER
);
CREATE INDEX IF NOT EXISTS materialization_published
  ON materialization (pipeline, asset, partition, published) WHERE published IS NOT NULL;
CREATE INDEX IF NOT EXISTS materialization_newest ON materialization (asset, published) WHERE published IS NOT NULL;
CREATE INDEX IF NOT EXISTS materialization_undelivered ON materialization (seq)
  WHERE published IS NOT NULL AND delivered IS NULL AND json_extract(value, '$.delivery') IS NOT NULL;
CREATE INDEX IF NOT EXISTS materialization_run ON materialization (run, asset);
-- The values that a store keeps for the home ("bytes" is below 0 where none does), all that a cleaning asks of them.
CREATE INDEX IF NOT EXISTS materialization_kept
  ON materialization (pipeline, asset, partition, run, attempt, published, bytes, cleaned)
  WHERE cleaned IS NULL AND bytes >= 0;
CREATE INDEX IF NOT EXISTS materialization_unremoved ON materialization (seq)
  WHERE cleaned IS NOT NULL AND removed IS NULL;

-- Each tick of a schedule once, whoever saw it; "due" is its instant. Its outcome stands in its event.
CREATE TABLE IF NOT EXISTS tick (
  pipeline TEXT NOT NULL,
  schedule TEXT NOT NULL,
  due INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (pipeline, schedule, due)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tick_event ON tick (seq);

-- Each thing that a sensor told, once, whoever looked.
CREATE TABLE IF NOT EXISTS sensed (
  pipeline TEXT NOT NULL,
  sensor TEXT NOT NULL,
  number INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (pipeline, sensor, number)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS check_result (
  seq INTEGER PRIMARY KEY,
  pipeline TEXT NOT NULL,
  step TEXT NOT NULL,
  partition TEXT NOT NULL DEFAULT '',
  run INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  blocking INTEGER NOT NULL,
  result TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS check_result_run ON check_result (run, step);

-- What steps printed. No event: it can be long, and nothing follows from it.
CREATE TABLE IF NOT EXISTS log_chunk (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  pipeline TEXT NOT NULL,
  run INTEGER NOT NULL,
  step TEXT NOT NULL,
  partition TEXT NOT NULL DEFAULT '',
  attempt INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS log_chunk_run ON log_chunk (run, step, n);
