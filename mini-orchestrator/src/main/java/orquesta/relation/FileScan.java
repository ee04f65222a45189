package orquesta.relation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.asset.Relation;
import orquesta.resource.PipelineRoot;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** The files that one part of a query reads: where they are, in DuckDB's words; one sentence where they are not. */
final class FileScan {
    private static final Pattern OPTION = Pattern.compile("\\s*(\\w+)\\s*=\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[]");

    private final Relation.Files files;
    private final Path folder;
    private final String pattern;

    /** @throws UserException if there is no such file, or an option is not written as one */
    FileScan(Relation.Files files) {
        this.files = files;
        this.folder = files.folder() == null ? PipelineRoot.here() : files.folder();
        for (String option : files.options()) {
            if (!OPTION.matcher(option).matches()) {
                throw new UserException("", "file.option", option, files.reader());
            }
        }
        this.pattern = SPECIAL.matcher(files.path()).find() && !exists() ? joined() : escaped(found().toString());
    }

    /** What the files hold, as a query. */
    String sql() {
        return "select * from " + call(files.reader(), pattern);
    }

    /** A call of one of DuckDB's table functions on files, with the options that the user gave. */
    String call(String function, String path) {
        StringBuilder call = new StringBuilder(function + "(" + SqlConstant.of(path));
        files.options().forEach(option -> call.append(", ").append(option));
        return call.append(")").toString();
    }

    Relation.Files files() {
        return files;
    }

    /** The path as DuckDB reads it: a pattern also where it is a single file. */
    String pattern() {
        return pattern;
    }

    /** What to say if no file matches. */
    UserException unmatched() {
        return new UserException("", "file.no_match", files.path(), folder);
    }

    /** What the user gave for an option; empty if nothing. */
    String option(String name) {
        return files.options().stream()
                .map(OPTION::matcher)
                .filter(option -> option.matches() && option.group(1).equalsIgnoreCase(name))
                .map(Matcher::group)
                .findFirst()
                .orElse("");
    }

    /** A path whose letters mean themselves where a pattern is read. */
    static String escaped(String path) {
        return SPECIAL.matcher(path).replaceAll("[$0]");
    }

    private boolean exists() {
        try {
            return Files.exists(folder.resolve(files.path()));
        } catch (InvalidPathException e) { // on Windows no file can have such a name
            return false;
        }
    }

    private String joined() {
        boolean absolute = files.path().matches("(?s)([/\\\\]|[A-Za-z]:).*");
        return absolute ? files.path() : escaped(folder.toString()) + "/" + files.path();
    }

    private Path found() {
        if (files.path().contains("://")) {
            throw new UserException("", "file.remote", files.path());
        }
        Path file = folder.resolve(files.path());
        if (Files.isDirectory(file)) {
            throw new UserException("", "file.folder", file, files.path().replaceAll("/+$", ""), extension());
        }
        if (!Files.exists(file)) {
            Path beside = Objects.requireNonNullElse(file.getParent(), file);
            String name = String.valueOf(file.getFileName());
            List<String> siblings = Siblings.of(beside, extension());
            Message clue =
                    siblings.isEmpty() ? Message.of("file.alone", beside, extension()) : Nearest.clue(name, siblings);
            throw new UserException("", "file.missing", file, clue);
        }
        return file;
    }

    private String extension() {
        return files.reader().substring("read_".length());
    }
}
