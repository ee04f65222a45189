package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.explain.Why;
import orquesta.plan.PlannedTask;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * What {@code why} says of each state, after the rules of a run have made it; compared with texts that were read. {@code
 * -Dgolden=write} writes them anew.
 */
@Tag("once")
class WhyOfEachStateTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "orquesta", "explain");
    private static final RunId RUN = new RunId("tienda", 12);
    private static final RunId OTHER = new RunId("tienda", 11);
    private static final Task LEIDAS = task("leidas");
    private static final Task VENTAS = task("ventas");
    private static final Task REPORTE = task("reporte");

    /** The states of a step that a story ends in; each makes them and names the step that is asked for. */
    enum Story {
        WAITS_FOR_AN_INPUT {
            @Override
            Task of(Run run) {
                run.take(new Signal.Free(1, LEIDAS::equals));
                return VENTAS;
            }
        },
        WAITS_FOR_ANOTHER_RUN {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Held(VENTAS, OTHER, ""));
                return VENTAS;
            }
        },
        WAITS_FOR_A_POOL {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Held(VENTAS, OTHER, "api"));
                return VENTAS;
            }
        },
        RUNNING {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Free(1, VENTAS::equals));
                return VENTAS;
            }
        },
        RETRYING {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).fails(VENTAS);
                return VENTAS;
            }
        },
        RUNNING_AGAIN {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).fails(VENTAS).after("2s").take(new Signal.Free(1, VENTAS::equals));
                return VENTAS;
            }
        },
        FAILED_AFTER_A_RETRY {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).fails(VENTAS).after("2s").fails(VENTAS);
                return REPORTE;
            }
        },
        TIMED_OUT {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).fails(VENTAS).after("2s").take(new Signal.Free(1, VENTAS::equals));
                run.after("31s").take(new Signal.TimePassed());
                return VENTAS;
            }
        },
        ABANDONED_AFTER_A_TIME_OUT {
            @Override
            Task of(Run run) {
                TIMED_OUT.of(run);
                run.take(new Signal.StillRunning(VENTAS, 2));
                return VENTAS;
            }
        },
        ENDED_LATE_AFTER_A_TIME_OUT {
            @Override
            Task of(Run run) {
                ABANDONED_AFTER_A_TIME_OUT.of(run);
                run.returns(VENTAS, 2);
                return VENTAS;
            }
        },
        ABANDONED_WHEN_THE_RUN_ENDED {
            @Override
            Task of(Run run) {
                ABANDONED_AFTER_A_TIME_OUT.of(run);
                run.take(new Signal.AllDone(Message.of("run.interrupted")));
                return VENTAS;
            }
        },
        CANCELLED_WHILE_IT_RAN {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Free(1, VENTAS::equals)).take(new Signal.CancelAsked("ana"));
                return VENTAS;
            }
        },
        CANCELLED_BEFORE_IT_BEGAN {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Held(VENTAS, OTHER, "")).take(new Signal.CancelAsked("ana"));
                return REPORTE;
            }
        },
        CRASHED {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Free(1, VENTAS::equals)).take(new Signal.ProcessGone("4711-ab"));
                return VENTAS;
            }
        },
        NOT_BEGUN_BEFORE_A_CRASH {
            @Override
            Task of(Run run) {
                CRASHED.of(run);
                return REPORTE;
            }
        },
        REUSED {
            @Override
            Task of(Run run) {
                return task("catalogo");
            }
        },
        FAILED_BESIDE {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Free(1, VENTAS::equals));
                Message why = Message.of("step.threw", "IllegalStateException: sin red", "Tienda.java:12");
                Message beside = Message.of("step.failed_beside", OTHER, why);
                run.take(new Signal.Ended(VENTAS, 1, new StepOutcome.Elsewhere(State.FAILED, beside)));
                return REPORTE;
            }
        },
        SKIPPED_ITSELF {
            @Override
            Task of(Run run) {
                run.wrote(LEIDAS).take(new Signal.Free(1, VENTAS::equals));
                run.take(new Signal.Ended(VENTAS, 1, new StepOutcome.Skipped("it is Sunday")));
                return VENTAS;
            }
        },
        SKIPPED_WITH_WHAT_IT_READS {
            @Override
            Task of(Run run) {
                SKIPPED_ITSELF.of(run);
                return REPORTE;
            }
        };

        abstract Task of(Run run);
    }

    private static Task task(String key) {
        return Task.of(StepKey.parse(key));
    }

    /** catalogo, which an earlier run had done, and leidas → ventas → reporte; ventas may be tried twice, 30 s each time. */
    private static final class Run {
        private final List<Event> events = new ArrayList<>();
        private final RunState state = new RunState(List.of(
                new PlannedTask(task("catalogo"), List.of(), true, Effort.PLAIN, 1, Message.valueOf(""), OTHER),
                new PlannedTask(LEIDAS, List.of(), true, 1, Message.of("plan.selected", "*reporte")),
                new PlannedTask(
                        VENTAS,
                        List.of(LEIDAS),
                        true,
                        Effort.PLAIN
                                .retries(new RetryPolicy(1, Duration.ofSeconds(2), 1, Duration.ofMinutes(1), List.of()))
                                .timeout(Duration.ofSeconds(30)),
                        2,
                        Message.of("plan.selected", "*reporte"),
                        null),
                new PlannedTask(REPORTE, List.of(VENTAS), true, 3, Message.of("plan.selected", "*reporte"))));
        private Instant now = Instant.parse("2026-09-05T12:00:00Z");

        Run() {
            take(new Signal.Begins(new Fact.RunStarted("*reporte", "", LocalDate.of(2026, 9, 5), Map.of(), "4711-ab")));
        }

        Run after(String seconds) {
            now = now.plusSeconds(Long.parseLong(seconds.replace("s", "")));
            return this;
        }

        Run take(Signal signal) {
            long first = events.size() + 1L;
            for (Event.Draft draft : state.decide(RUN, List.of(signal), now)) {
                long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
                events.add(draft.at(events.size() + 1L, now, cause));
            }
            events.subList((int) first - 1, events.size()).forEach(state::apply);
            return this;
        }

        Run wrote(Task task) {
            return take(new Signal.Free(1, task::equals)).returns(task, 1);
        }

        Run returns(Task task, int attempt) {
            var contents = new Materialization.Contents(20, List.of(), List.of(), List.of(), 10);
            var none = Materialization.ContentHash.NONE;
            var value = new Materialization(ValueForm.TABLE, "x", contents, none, Map.of(), null);
            return take(new Signal.Ended(task, attempt, new StepOutcome.Written(value)));
        }

        Run fails(Task task) {
            take(new Signal.Free(1, task::equals));
            Message why = Message.of("step.threw", "IllegalStateException: sin red", "Tienda.java:12");
            return take(new Signal.Ended(task, state.of(task).attempt(), new StepOutcome.Failed(why)));
        }

        List<String> why(Task task, Language language) {
            return Why.of(events, task.step()).stream()
                    .map(sentence -> sentence.in(language))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void why_tells_the_cause_alone(Story story) throws Exception {
        Run run = new Run();
        Task asked = story.of(run);
        List<String> told = new ArrayList<>(run.why(asked, Language.EN));
        told.add("");
        told.addAll(run.why(asked, Language.ES));
        String text = String.join("\n", told).replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:+-]+", "TIME") + "\n";
        Path file = FOLDER.resolve(story.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }

        assertThat(text).isEqualTo(Files.readString(file));
        assertThat(text).as("leidas ended well and is no cause").doesNotContain("leidas is ok");
    }
}
