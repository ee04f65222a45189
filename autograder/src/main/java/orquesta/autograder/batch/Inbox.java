package orquesta.autograder.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.files.SourceNames;
import orquesta.autograder.submission.Handed;
import orquesta.autograder.submission.HandedReader;
import orquesta.text.Message;
import orquesta.text.UserException;

/** The folder of a batch: each thing in it is somebody's, and nobody is passed over in silence. */
final class Inbox {
    /** What systems put into every folder; hidden files are theirs, too. */
    private static final Set<String> SYSTEMS =
            Set.of("__MACOSX", "Thumbs.db", "desktop.ini", GradescopeExport.METADATA);

    private static final Set<String> REPORTS =
            Set.of("class.html", "gradebook.csv", "report.html", "results.json", "journal.jsonl", FeedbackFolder.NAME);
    private static final int DEEPEST = 32;

    private final Path folder;
    private final Path out;

    /**
     * Looks into a folder.
     *
     * @param out where this batch writes: it may lie in the folder, or be it
     */
    Inbox(Path folder, Path out) {
        this.folder = folder.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
    }

    List<Handed> read() throws IOException {
        List<Handed> all = new ArrayList<>();
        Path top = GradescopeExport.below(folder);
        GradescopeExport export = GradescopeExport.in(top);
        try (Stream<Path> found = Files.list(top)) {
            Map<Path, List<Handed>> byEntry = found.filter(this::isSomebodys)
                    .sorted()
                    .collect(Collectors.toMap(
                            Function.identity(), each -> of(each, export), (one, other) -> one, LinkedHashMap::new));
            Set<String> once = new HashSet<>();
            Set<String> shared = byEntry.values().stream()
                    .flatMap(List::stream)
                    .map(Handed::id)
                    .filter(id -> !once.add(id))
                    .collect(Collectors.toSet());
            byEntry.forEach((entry, handed) -> handed.forEach(each -> all.add(
                    shared.contains(each.id()) ? each.named(entry.getFileName().toString()) : each)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (all.isEmpty()) {
            throw new UserException(folder.toString(), "batch.empty");
        }
        return all;
    }

    private boolean isSomebodys(Path entry) {
        String name = entry.getFileName().toString();
        boolean ours = entry.equals(out) || (folder.equals(out) && REPORTS.contains(name));
        return !ours && !name.startsWith(".") && !SYSTEMS.contains(name) && !isTextBesideFile(name);
    }

    /** Moodle's folder for what was typed on its page; it holds no source, and whose it is has a folder of files as well. */
    private boolean isTextBesideFile(String name) {
        String file = name.replaceFirst("_assignsubmission_onlinetext(_?)$", "_assignsubmission_file$1");
        return !file.equals(name) && Files.isDirectory(folder.resolve(file));
    }

    private static List<Handed> of(Path entry, GradescopeExport export) {
        String name = entry.getFileName().toString();
        return of(entry).stream()
                .map(each -> each.named(
                        each.id().replaceFirst(Pattern.quote(name), Matcher.quoteReplacement(export.named(name)))))
                .toList();
    }

    private static List<Handed> of(Path entry) {
        if (Files.isDirectory(entry)) {
            return ofFolder(entry);
        }
        String name = entry.getFileName().toString();
        boolean source = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && SourceNames.isAnswer(name);
        return List.of(
                source || HandedReader.isZip(entry)
                        ? HandedReader.read(entry)
                        : Handed.refused(name, Message.of("handed.other")));
    }

    /** A folder without sources, but for notes, stands for the zips in it: so a learning platform packs what it was given. */
    private static List<Handed> ofFolder(Path folder) {
        Handed whole = HandedReader.read(folder);
        boolean onlyNotes = whole.sources().keySet().stream().allMatch(path -> path.endsWith(".txt"));
        List<Path> zips = onlyNotes ? zips(folder) : List.of();
        if (zips.isEmpty()) {
            return List.of(whole);
        }
        if (zips.size() == 1) {
            return List.of(HandedReader.read(zips.get(0)).named(whole.id()));
        }
        return zips.stream()
                .map(zip -> HandedReader.read(zip).named(whole.id() + "/" + shortened(SourceNames.below(folder, zip))))
                .toList();
    }

    private static String shortened(String zip) {
        return zip.substring(0, zip.length() - ".zip".length());
    }

    /** None where the folder cannot be read: it has said so itself. */
    private static List<Path> zips(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && HandedReader.isZip(path))
                    .filter(path -> SourceNames.isVisible(SourceNames.below(folder, path)))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
