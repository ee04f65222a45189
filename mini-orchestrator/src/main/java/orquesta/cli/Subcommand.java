package orquesta.cli;

/** A command that another module adds to {@code ./kit}: a picocli command class, found by the service loader. */
public interface Subcommand {}
