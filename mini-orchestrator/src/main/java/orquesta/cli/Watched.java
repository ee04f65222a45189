package orquesta.cli;

import orquesta.daemon.Daemon;
import orquesta.load.LiveDefinitions;
import orquesta.notify.AlertSender;
import orquesta.web.WebServer;

/** A pipeline whose files and home are open: its schedules fire and its alerts are sent once it is started, until it is closed. */
record Watched(WebServer.Site site, Daemon daemon, AlertSender alerts) implements AutoCloseable {
    LiveDefinitions definitions() {
        return site.definitions();
    }

    void start() {
        daemon.start();
        alerts.start();
    }

    @Override
    public void close() {
        alerts.close();
        daemon.close();
        site.orchestrator().close();
        site.definitions().close();
    }
}
