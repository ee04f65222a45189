package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.RunId;

/** Faults that are asked for on the page before a run. */
@Tag("once")
class FaultsOnThePageTest {
    @TempDir
    Path home;

    private Visit visit;

    @AfterEach
    void close() throws InterruptedException {
        while (!visit.orchestrator.history().unfinished().isEmpty()) {
            Thread.sleep(10);
        }
        visit.close();
    }

    private static Pipeline tienda() {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("monto", "5"));
        return Definitions.of(ventas).validated(Visit.PIPELINE);
    }

    private HttpResponse<String> pressed(String chaos) {
        return visit.post("/runs", "token", visit.token(), "select", "", "chaos", chaos);
    }

    private void waited() throws InterruptedException {
        while (visit.orchestrator.history().runs(1).isEmpty()
                || !visit.orchestrator.history().unfinished().isEmpty()) {
            Thread.sleep(10);
        }
    }

    @Test
    void a_server_that_was_started_without_has_no_field_and_takes_none() {
        visit = Visit.of(home, tienda());

        assertThat(visit.page("/")).doesNotContain("name=\"chaos\"");
        HttpResponse<String> answer = pressed("fail:ventas");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The pages of this server take no faults", "./kit serve PIPELINE --chaos");
        assertThat(visit.orchestrator.history().runs(1)).isEmpty();
    }

    @Test
    void the_field_is_judged_before_anything_is_pressed() {
        visit = Visit.withFaults(home, tienda());

        assertThat(visit.page("/")).contains("id=\"chaos\" name=\"chaos\" value=\"\"", "What would run");
        assertThat(visit.page("/?chaos=fail:ventas@2")).contains("value=\"fail:ventas@2\"", "What would run");
        assertThat(visit.page("/?chaos=break:ventas"))
                .contains("No part of --chaos reads &#34;break:ventas&#34;".replace("&#34;", "\""))
                .doesNotContain("What would run");
        assertThat(visit.page("/?chaos=fail:ventaz"))
                .contains("ventaz", "ventas")
                .doesNotContain("What would run");
        assertThat(pressed("fail:ventaz").statusCode()).isEqualTo(422);
        assertThat(visit.orchestrator.history().runs(1)).isEmpty();
    }

    @Test
    void a_run_with_faults_says_so_in_its_page_and_its_first_event_and_the_next_run_has_none()
            throws InterruptedException {
        visit = Visit.withFaults(home, tienda());

        assertThat(pressed("fail:ventas").statusCode()).isEqualTo(303);
        waited();

        assertThat(visit.page("/runs/1"))
                .contains("Injected faults", "<bdi>fail:ventas</bdi>", "with faults that were asked for: fail:ventas")
                .contains("it was asked to fail by --chaos");
        Fact.RunStarted started = (Fact.RunStarted) visit.orchestrator
                .history()
                .events(new RunId(Visit.PIPELINE, 1))
                .get(0)
                .fact();
        assertThat(started.origin())
                .as("what kit rerun does it again from")
                .isEqualTo(new Fact.Origin(
                        Visit.ORIGIN.folder(), Visit.ORIGIN.settings(), Visit.ORIGIN.profile(), "fail:ventas"));

        assertThat(visit.post("/runs/1/again", "token", visit.token()).statusCode())
                .isEqualTo(303);
        while (visit.orchestrator.history().run(2).isEmpty()) {
            Thread.sleep(10);
        }
        waited();
        assertThat(visit.page("/runs/2")).doesNotContain("Injected faults").contains("data-state=\"ok\"");
    }
}
