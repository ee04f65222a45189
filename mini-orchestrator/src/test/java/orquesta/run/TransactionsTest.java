package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.CheckResult;
import orquesta.definition.Definitions;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.plan.PlanRequest;
import orquesta.plan.Planner;
import orquesta.relation.Duck;
import orquesta.selection.Selection;
import orquesta.store.SqliteStore;
import orquesta.values.Storage;

/** What begins is recorded in the transaction of what let it begin: one sync to the disk a step, not two transactions. */
class TransactionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-05T12:00:00Z"), java.time.ZoneOffset.UTC);

    @TempDir
    Path home;

    private final List<String> transactions = Collections.synchronizedList(new ArrayList<>());

    private static String said(Object draft) {
        Event.Draft drafted = (Event.Draft) draft;
        String what =
                drafted.fact().begins() ? "Begins" : drafted.fact().getClass().getSimpleName();
        return what + " " + drafted.task();
    }

    private EventLog noting(EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (self, method, args) -> {
                    if (args != null && args[0] instanceof List<?> drafts) {
                        transactions.add(drafts.stream()
                                .map(TransactionsTest::said)
                                .filter(fact -> !fact.startsWith("StepChanged"))
                                .collect(Collectors.joining(", ")));
                    }
                    try {
                        return method.invoke(log, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void a_step_begins_in_the_transaction_of_what_let_it_begin() {
        Definitions definitions = Definitions.of(
                Runs.asset("a"),
                Runs.asset("b", "a"),
                Runs.check("bien", "a", CheckResult.passed()),
                Runs.failing("c"));
        Plan plan = Planner.plan(
                definitions.validated("tienda"),
                PlanRequest.of(Selection.all(), CLOCK.instant()),
                task -> Optional.empty());
        Fact.RunStarted started = new Fact.RunStarted("*", "", LocalDate.of(2026, 9, 5), Map.of(), "1-a");
        RunSetup setup = new RunSetup(new RunId("tienda", 1), started, null, home, CLOCK, 1, false);
        try (SqliteStore store = new SqliteStore(home.resolve("orquesta.db"), CLOCK);
                Duck duck = new Duck(home.resolve("tmp"))) {
            Storage storage = new Storage(home.resolve("data"), duck, (pipeline, asset) -> List.of());

            new Executor(noting(store), storage, duck, CLOCK, event -> {}).execute(plan, setup, holder -> {});

            assertThat(store.history().run(1).orElseThrow().status().text()).isEqualTo("failed");
        }
        assertThat(transactions)
                .containsExactly(
                        "RunStarted null",
                        "Begins a",
                        "Materialized a, Begins a#bien",
                        "CheckEvaluated a#bien, Published a, Begins c",
                        "Begins b",
                        "Materialized b, Published b",
                        "RunEnded null");
    }
}
