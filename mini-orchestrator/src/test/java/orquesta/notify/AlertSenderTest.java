package orquesta.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.schedule.Schedule;
import orquesta.store.AlertQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Message;

/** What ends in a home is told once, whoever did it, and whatever becomes of the telling. */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class AlertSenderTest {
    private final TestHome home = TestHome.create();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        home.close();
    }

    private static AssetDefinition broken() {
        return AssetDefinition.named("ventas").returns(String.class).computedBy(in -> {
            throw new IllegalStateException("no more tea");
        });
    }

    /** A program that keeps what it is told in the file {@code got}. */
    private String keeping() throws IOException {
        return script("echo --- >> got; cat >> got");
    }

    private String script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("avisar.sh"), "#!/bin/sh\ncd " + folder + "\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    private String got() throws IOException {
        return Files.exists(folder.resolve("got")) ? Files.readString(folder.resolve("got")) : "";
    }

    private AlertSender sender(Pipeline pipeline) {
        Notifiers notifiers = new Notifiers(Map.of());
        return new AlertSender(
                home.orchestrator(),
                () -> Optional.of(pipeline),
                new AlertSender.Post(notifiers, Pace.AT_ONCE, line -> told.add(line.toString())));
    }

    private void watched(Pipeline pipeline) {
        pipeline.alerts()
                .forEach(alert -> home.orchestrator()
                        .record(
                                new TriggerId(pipeline.name(), alert.name()),
                                new Fact.ScheduleSet(alert.name(), Instant.now(), true)));
    }

    @Test
    void a_run_that_fails_is_told_once_and_that_is_remembered() throws Exception {
        Pipeline pipeline =
                home.pipeline(Definitions.of(broken()).alert(Alert.onFailure().command(keeping())));
        home.orchestrator().run(pipeline);
        watched(pipeline);
        RunResult run = home.orchestrator().run(pipeline);
        try (AlertSender sender = sender(pipeline)) {
            sender.flush();
            sender.flush();
        }
        try (AlertSender next = sender(pipeline)) {
            next.flush();
        }

        assertThat(got())
                .startsWith("---\n[test] run 2 (*) failed: ventas: IllegalStateException: no more tea (AlertSenderTest")
                .hasLineCount(2);
        assertThat(told).hasSize(1);
        assertThat(run.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(new AlertQueries(home.history()).told(1, 9)).hasSize(1).allSatisfy(alert -> {
            assertThat(alert.run()).isEqualTo(2);
            assertThat(((Fact.Alerted) alert.alert().fact()).sent()).isTrue();
        });
        long events = home.orchestrator().rebuildHistory();
        assertThat(events).isEqualTo(home.history().lastSeq());
    }

    @Test
    void an_asset_that_a_check_keeps_back_is_told_to_who_asked_for_that() throws Exception {
        AssetDefinition asset = AssetDefinition.named("ventas").computedBy(in -> Relation.rows("x", "1"));
        CheckDefinition check = CheckDefinition.named("nunca", "ventas")
                .reads("ventas")
                .computedBy(in -> CheckResult.failed("tea is missing"));
        Pipeline pipeline = home.pipeline(Definitions.of(asset, check)
                .alert(Alert.onBlocked().command(keeping()))
                .alert(Alert.onFailure().command("./not-there.sh")));
        watched(pipeline);
        try (AlertSender sender = sender(pipeline)) {
            home.orchestrator().run(pipeline);
            sender.flush();
        }

        assertThat(got()).contains("[test] run 1 (*) blocked: ventas#nunca: ", "tea is missing");
        assertThat(told).hasSize(1);
    }

    @Test
    void who_asked_for_one_job_hears_of_no_other() throws Exception {
        Pipeline pipeline = home.pipeline(Definitions.of(broken())
                .job(Job.named("diario").select("ventas"))
                .job(Job.named("mensual").select("ventas"))
                .schedule(Schedule.named("noche").every("1h").runs("mensual"))
                .schedule(Schedule.named("manana").every("1h").runs("diario"))
                .alert(Alert.onFailure("diario").command(keeping())));
        watched(pipeline);
        try (AlertSender sender = sender(pipeline)) {
            home.orchestrator().run(pipeline);
            for (String job : List.of("mensual", "diario")) {
                home.orchestrator()
                        .run(pipeline, new RunRequest(pipeline.job(job), job, Clock.systemUTC(), 1), event -> {});
            }
            for (String schedule : List.of("noche", "manana")) {
                Fact failed = new Fact.Ticked(
                        Instant.EPOCH, List.of(LocalDateTime.MIN), State.FAILED, Message.valueOf("no disk"));
                home.orchestrator().record(new TriggerId(pipeline.name(), schedule), failed);
            }
            sender.flush();
        }

        assertThat(got())
                .contains("2 alerts", "run 3 (diario) failed", "manana of ")
                .doesNotContain("run 1", "run 2", "noche");
        assertThat(told).hasSize(1);
    }

    @Test
    void one_that_is_closed_while_it_looks_calls_nothing_a_fault_and_leaves_its_place() throws Exception {
        Pipeline pipeline =
                home.pipeline(Definitions.of(broken()).alert(Alert.onFailure().command(keeping())));
        watched(pipeline);
        home.orchestrator().run(pipeline); // a notice is owed, and nobody sends it any more
        CompletableFuture<Thread> looks = new CompletableFuture<>();
        CompletableFuture<Void> closing = new CompletableFuture<>();
        AlertSender sender = new AlertSender(
                home.orchestrator(),
                () -> {
                    looks.complete(Thread.currentThread());
                    closing.join();
                    return Optional.of(pipeline);
                },
                new AlertSender.Post(new Notifiers(Map.of()), Pace.AT_ONCE, line -> told.add(line.toString())));
        sender.start();
        Thread thread = looks.join();
        Thread closer = new Thread(sender::close);
        closer.start();
        while (closer.isAlive() && closer.getState() != Thread.State.BLOCKED) { // it waits for the look
            Thread.sleep(1);
        }

        closing.complete(null);
        closer.join();
        thread.join();

        assertThat(told).isEmpty();
        try (AlertSender next = sender(pipeline)) {
            next.flush();
        }
        assertThat(got()).contains("run 1 (*) failed");
    }

    @Test
    void of_many_that_fail_one_notice_tells() throws Exception {
        Pipeline pipeline =
                home.pipeline(Definitions.of(broken()).alert(Alert.onFailure().command(keeping())));
        watched(pipeline);
        for (int i = 0; i < 30; i++) {
            home.orchestrator().run(pipeline);
        }
        try (AlertSender sender = sender(pipeline)) {
            sender.flush();
        }

        assertThat(got()).containsOnlyOnce("---").contains("[test] 30 alerts", "(and 10 older ones", "- run 30 ");
        assertThat(new AlertQueries(home.history()).told(1, 30)).hasSize(30);
    }

    @Test
    void an_alert_that_cannot_be_sent_changes_no_run_and_is_remembered_with_its_reason() throws Exception {
        Pipeline pipeline = home.pipeline(Definitions.of(broken())
                .alert(Alert.onFailure().http("AVISOS_URL"))
                .alert(Alert.onFailure().mail("AVISOS_SMTP", "rosario@tienda.cl"))
                .alert(Alert.onFailure().command(script("echo 'no network' >&2; exit 7"))));
        watched(pipeline);
        RunResult run = home.orchestrator().run(pipeline);
        try (AlertSender sender = sender(pipeline)) {
            sender.flush();
        }

        assertThat(run.exit()).isEqualTo(1);
        assertThat(new AlertQueries(home.history()).told(1, 1))
                .extracting(
                        alert -> ((Fact.Alerted) alert.alert().fact()).reason().toString())
                .anySatisfy(reason -> assertThat(reason).contains("AVISOS_URL is not set"))
                .anySatisfy(reason -> assertThat(reason).contains("AVISOS_SMTP is not set"))
                .anySatisfy(reason -> assertThat(reason).contains("ended with 7", "no network"))
                .hasSize(3);
    }

    @Test
    void one_that_hangs_holds_no_run_up_and_stays_owed() throws Exception {
        Pipeline pipeline = home.pipeline(
                Definitions.of(broken()).alert(Alert.onFailure().command(script("echo x > began; sleep 600"))));
        watched(pipeline);
        try (AlertSender sender = sender(pipeline)) {
            home.orchestrator().run(pipeline);
            sender.look();
            while (!Files.exists(folder.resolve("began"))) {
                Thread.sleep(5);
            }
            RunResult second = home.orchestrator().run(pipeline);

            assertThat(second.run().status()).isEqualTo(RunStatus.FAILED);
            assertThat(told).isEmpty();
        }
        Pipeline mended =
                home.pipeline(Definitions.of(broken()).alert(Alert.onFailure().command(keeping())));
        try (AlertSender next = sender(mended)) {
            next.flush();
        }
        assertThat(got()).contains("[test] 2 alerts", "- run 1 ", "- run 2 ");
    }

    @Test
    void of_two_senders_of_one_home_one_sends_until_it_is_gone() throws Exception {
        Pipeline pipeline =
                home.pipeline(Definitions.of(broken()).alert(Alert.onFailure().command(keeping())));
        watched(pipeline);
        try (AlertSender second = sender(pipeline)) {
            try (AlertSender first = sender(pipeline)) {
                first.look();
                home.orchestrator().run(pipeline);
                second.flush();
                assertThat(got()).isEmpty();
                first.flush();
            }
            assertThat(got()).containsOnlyOnce("---").contains("run 1");
            home.orchestrator().run(pipeline);
            second.flush();
        }
        assertThat(got()).containsOnlyOnce("run 1").containsOnlyOnce("run 2");
    }
}
