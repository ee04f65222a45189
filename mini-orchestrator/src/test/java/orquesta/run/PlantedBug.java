package orquesta.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.text.Message;

/** Bugs that an engine could have, planted on purpose: the simulation must find each. */
enum PlantedBug implements World.Bug {
    PUBLISHES_BEFORE_THE_CHECK {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            List<Event.Draft> more = new ArrayList<>(drafts);
            drafts.stream()
                    .filter(draft -> draft.fact() instanceof Fact.Materialized)
                    .filter(draft -> drafts.stream().noneMatch(other -> other.fact() instanceof Fact.Published))
                    .forEach(draft -> more.add(
                            new Event.Draft(draft.subject(), draft.task(), draft.attempt(), -1, new Fact.Published())));
            return more;
        }
    },
    FORGETS_WHAT_WAITS_WHEN_CANCELLED {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return without(
                    drafts,
                    draft -> isChange(draft, State.CANCELLED)
                            && state.of(draft.task()).attempt() == 0);
        }
    },
    FORGETS_WHAT_IS_BELOW_A_FAILURE {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return without(drafts, draft -> isChange(draft, State.UPSTREAM_FAILED));
        }
    },
    COMPUTES_WHAT_ANOTHER_RUN_COMPUTES {
        @Override
        public boolean ignoresClaims() {
            return true;
        }
    },
    FILLS_A_POOL_BEYOND_ITS_PLACES {
        @Override
        public boolean ignoresPools() {
            return true;
        }
    },
    TRIES_ONCE_TOO_OFTEN {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return drafts.stream()
                    .map(draft -> isChange(draft, State.FAILED)
                                    && !draft.task().isCheck()
                                    && state.of(draft.task()).attempt() > 1
                            ? new Event.Draft(
                                    draft.subject(),
                                    draft.task(),
                                    draft.attempt(),
                                    draft.cause(),
                                    new Fact.StepChanged(State.WAITING, Message.of("step.runs")))
                            : draft)
                    .toList();
        }
    },
    LETS_AN_ATTEMPT_WRITE_THAT_WAS_GIVEN_UP {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            if (signal instanceof Signal.Ended ended && ended.outcome() instanceof StepOutcome.Written written) {
                return drafts.stream()
                        .map(draft -> draft.fact() instanceof Fact.LateResult
                                ? new Event.Draft(
                                        draft.subject(),
                                        draft.task(),
                                        draft.attempt(),
                                        draft.cause(),
                                        new Fact.Materialized(written.value()))
                                : draft)
                        .toList();
            }
            return drafts;
        }
    },
    TAKES_A_SKIP_FOR_A_FAILURE {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return drafts.stream()
                    .map(draft -> isChange(draft, State.SKIPPED)
                                    && state.of(draft.task()).attempt() == 0
                                    && !(signal instanceof Signal.ProcessGone)
                            ? new Event.Draft(
                                    draft.subject(),
                                    draft.task(),
                                    draft.attempt(),
                                    draft.cause(),
                                    new Fact.StepChanged(State.UPSTREAM_FAILED, Message.of("step.runs")))
                            : draft)
                    .toList();
        }
    },
    FORGETS_WHAT_HAD_NOT_BEGUN_WHEN_THE_PROCESS_DIED {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return signal instanceof Signal.ProcessGone
                    ? without(drafts, draft -> isChange(draft, State.SKIPPED) || draft.fact() instanceof Fact.RunEnded)
                    : drafts;
        }
    },
    LOSES_A_CAUSE {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return drafts.stream()
                    .map(draft -> isChange(draft, State.BLOCKED)
                            ? new Event.Draft(draft.subject(), draft.task(), draft.attempt(), 0, draft.fact())
                            : draft)
                    .toList();
        }
    },
    FOLDS_LESS_THAN_IT_DECIDED {
        @Override
        public boolean loses(Event event) {
            return event.fact() instanceof Fact.CheckEvaluated judged
                    && !judged.verdict().passed();
        }
    },
    LETS_A_WARNING_BLOCK {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            return drafts.stream()
                    .map(draft -> isChange(draft, State.WARNED) && draft.task().isCheck()
                            ? new Event.Draft(
                                    draft.subject(),
                                    draft.task(),
                                    draft.attempt(),
                                    draft.cause(),
                                    new Fact.StepChanged(State.FAILED, Message.of("step.runs")))
                            : draft)
                    .toList();
        }
    },
    TRIES_AGAIN_WHAT_HAS_JUST_FAILED_BESIDE {
        @Override
        public boolean ignoresFailuresBeside() {
            return true;
        }
    },
    BEGINS_AN_ATTEMPT_BEFORE_ITS_TIME {
        @Override
        public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
            List<Event.Draft> more = new ArrayList<>(drafts);
            drafts.stream()
                    .filter(draft -> isChange(draft, State.WAITING) && draft.attempt() > 0)
                    .forEach(draft -> more.add(new Event.Draft(
                            draft.subject(),
                            draft.task(),
                            draft.attempt() + 1,
                            -1,
                            new Fact.StepChanged(State.RUNNING, Message.of("step.runs")))));
            return more;
        }
    };

    @Override
    public List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts) {
        return drafts;
    }

    private static boolean isChange(Event.Draft draft, State state) {
        return draft.fact() instanceof Fact.StepChanged changed && changed.state() == state;
    }

    private static List<Event.Draft> without(List<Event.Draft> drafts, Predicate<Event.Draft> forgotten) {
        return drafts.stream().filter(forgotten.negate()).toList();
    }
}
