package orquesta.signature;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Need;
import orquesta.asset.Run;
import orquesta.asset.ValueForm;
import orquesta.partition.Partition;
import orquesta.resource.Resource;
import orquesta.text.Message;
import orquesta.text.Names;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/**
 * Finds what each parameter means: one that is named like an asset reads it; one of the type {@link Run} is the run; one
 * whose type is a registered resource borrows it. Anything else is a problem that lists what there is.
 */
public final class NeedResolver {
    private final Map<AssetKey, AssetDefinition> assets;
    private final Map<String, Resource<?>> resources;
    private final List<Problem> problems;
    private final Set<String> borrowed = new TreeSet<>();

    public NeedResolver(
            Map<AssetKey, AssetDefinition> assets, Map<String, Resource<?>> resources, List<Problem> problems) {
        this.assets = assets;
        this.resources = resources;
        this.problems = problems;
    }

    /** The names of the resources that any step borrows. */
    public Set<String> borrowed() {
        return borrowed;
    }

    /** The needs of one step, each found or reported. */
    public List<Need> resolve(String place, List<Need> needs) {
        return needs.stream().flatMap(need -> resolve(place, need).stream()).toList();
    }

    private Optional<Need> resolve(String place, Need need) {
        if (need instanceof Need.Upstream upstream) {
            return upstream(place, upstream.key().name(), upstream);
        }
        if (need instanceof Need.Borrowed wanted) {
            return borrow(place, wanted);
        }
        if (need instanceof Need.Unresolved parameter) {
            return parameter(place, parameter);
        }
        return Optional.of(need);
    }

    private Optional<Need> parameter(String place, Need.Unresolved parameter) {
        Optional<AssetKey> asset = assets.keySet().stream()
                .filter(key -> Names.camel(key.name()).equals(parameter.name()))
                .findFirst();
        if (asset.isPresent()) {
            return upstream(place, asset.get().name(), new Need.Upstream(asset.get(), parameter.type()));
        }
        if (parameter.type() == Run.class || parameter.type() == Partition.class) {
            return Optional.of(new Need.Reserved(parameter.name(), (Class<?>) parameter.type()));
        }
        List<String> fitting = resources.entrySet().stream()
                .filter(resource -> isA(parameter.type(), resource.getValue().type()))
                .map(Map.Entry::getKey)
                .toList();
        Optional<String> meant = fitting.size() == 1
                ? Optional.of(fitting.get(0))
                : fitting.stream()
                        .filter(name -> Names.camel(name).equals(parameter.name()))
                        .findFirst();
        if (meant.isPresent()) {
            borrowed.add(meant.get());
            return Optional.of(new Need.Borrowed(parameter.name(), meant.get(), parameter.type()));
        }
        problems.add(fitting.isEmpty() ? unknown(place, parameter) : ambiguous(place, parameter, fitting));
        return Optional.empty();
    }

    private Optional<Need> upstream(String place, String name, Need.Upstream need) {
        AssetDefinition asset = assets.get(need.key());
        if (asset == null) {
            List<String> known = assets.keySet().stream().map(AssetKey::name).toList();
            problems.add(unknown(place, "asset.unknown_upstream", name, known));
            return Optional.empty();
        }
        boolean written = ValueForm.of(asset.returns()).isPresent();
        if (written && !ValueForm.fits(asset.returns(), need.type())) {
            String returns = ValueForm.nameOf(asset.returns());
            String wanted = ValueForm.nameOf(need.type());
            problems.add(
                    asset.returns() == void.class
                            ? Problem.at(place, "asset.no_value", name, wanted)
                            : Problem.at(place, "asset.pair", name, returns, wanted, remedy(asset)));
        }
        return Optional.of(need);
    }

    /** The types that the value of an asset can be read as. */
    private static String remedy(AssetDefinition asset) {
        return switch (ValueForm.of(asset.returns()).orElseThrow()) {
            case TABLE -> "Relation, Table, List<record>";
            case FILE -> "Path";
            case JSON -> ValueForm.nameOf(asset.returns()) + ", JsonNode";
            case NOTHING -> "Void";
        };
    }

    private Optional<Need> borrow(String place, Need.Borrowed wanted) {
        if (!resources.containsKey(wanted.resource())) {
            problems.add(unknown(place, "resource.unknown", wanted.resource(), resources.keySet()));
            return Optional.empty();
        }
        borrowed.add(wanted.resource());
        return Optional.of(wanted);
    }

    private Problem unknown(String place, Need.Unresolved parameter) {
        List<String> names =
                assets.keySet().stream().map(key -> Names.camel(key.name())).toList();
        List<String> offered = resources.entrySet().stream()
                .map(entry -> entry.getValue().type().getSimpleName() + " " + entry.getKey())
                .toList();
        String found = ValueForm.nameOf(parameter.type()) + " " + parameter.name();
        Message clue = Nearest.clue(parameter.name(), names);
        boolean record = parameter.type() instanceof Class<?> plain && plain.isRecord();
        if (!record && ValueForm.of(parameter.type()).isPresent()) { // so it is an asset that was meant
            return Problem.at(place, "parameter.unknown", found, clue, Nearest.among(offered));
        }
        String type = ValueForm.nameOf(parameter.type());
        String name = parameter.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return Problem.at(place, "parameter.unknown_type", found, clue, Nearest.among(offered), type, name);
    }

    private static Problem ambiguous(String place, Need.Unresolved parameter, List<String> fitting) {
        return Problem.at(
                place,
                "parameter.ambiguous",
                parameter.name(),
                ValueForm.nameOf(parameter.type()),
                fitting.stream().map(Names::camel).collect(Collectors.joining(", ")));
    }

    public static Problem unknown(String place, String key, String name, Collection<String> known) {
        return Problem.at(place, key, name, Nearest.clue(name, known));
    }

    private static boolean isA(Type wanted, Class<?> offered) {
        return wanted instanceof Class<?> plain && plain != Object.class && plain.isAssignableFrom(offered);
    }
}
