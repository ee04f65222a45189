package orquesta.signature;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Check;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.Labels;
import orquesta.asset.Need;
import orquesta.asset.Reads;
import orquesta.asset.Retry;
import orquesta.asset.RetryPolicy;
import orquesta.asset.StepFunction;
import orquesta.asset.ValueForm;
import orquesta.partition.PartitionMapping;
import orquesta.partition.Partitions;
import orquesta.text.Durations;
import orquesta.text.Names;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** The thin reader on top of the model: turns annotated methods of one object into definitions. */
public final class AnnotationReader {
    private final Object holder;
    private final List<AssetDefinition> assets;
    private final List<CheckDefinition> checks;
    private final List<Problem> problems;

    /**
     * Begins nothing yet.
     *
     * @param assets gets those that are found
     * @param checks gets those that are found
     * @param problems gets what is wrong with the others
     */
    public AnnotationReader(
            Object holder, List<AssetDefinition> assets, List<CheckDefinition> checks, List<Problem> problems) {
        this.holder = holder;
        this.assets = assets;
        this.checks = checks;
        this.problems = problems;
    }

    /** Reads all annotated methods of the object. */
    public void read() {
        Class<?> type = holder.getClass();
        List<Method> methods = annotated(type);
        if (methods.isEmpty()) {
            problems.add(Problem.at(type.getSimpleName(), "definition.no_assets", type.getSimpleName()));
        }
        methods.forEach(this::read);
    }

    /**
     * Those of the class, of the classes above it and of its interfaces, by name; an overriding method need not repeat the
     * annotation. What the compiler adds beside a method whose types are narrower counts for nothing but what it overrides.
     */
    private static List<Method> annotated(Class<?> type) {
        Map<String, Method> found = new TreeMap<>();
        collect(type, found);
        return found.values().stream().filter(method -> !method.isBridge()).toList();
    }

    private static void collect(@Nullable Class<?> type, Map<String, Method> found) {
        if (type != null) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Asset.class) || method.isAnnotationPresent(Check.class)) {
                    String erased = Arrays.toString(method.getParameterTypes()) + method.getReturnType();
                    found.putIfAbsent(method.getName() + erased, method);
                }
            }
            collect(type.getSuperclass(), found);
            Arrays.stream(type.getInterfaces()).forEach(above -> collect(above, found));
        }
    }

    private void read(Method method) {
        String place = place(method);
        List<Parameter> parameters = List.of(method.getParameters());
        String wrong = wrong(method);
        if (!wrong.isEmpty()) {
            problems.add(
                    Problem.at(place, wrong, method.getName(), holder.getClass().getSimpleName()));
            return;
        }
        if (parameters.stream().anyMatch(parameter -> !parameter.isNamePresent())) {
            problems.add(Problem.at(
                    place, "definition.no_parameter_names", parameters.get(0).getName()));
            return;
        }
        try {
            Names.requireJavaName(place, method.getName());
            Asset asset = method.getAnnotation(Asset.class);
            if (asset != null) {
                assets.add(asset(method, asset));
            } else {
                check(method, method.getAnnotation(Check.class));
            }
        } catch (UserException e) {
            problems.addAll(e.problems());
        }
    }

    /** The key of what is wrong with the declaration of a method; empty if nothing is. */
    private static String wrong(Method method) {
        if (Modifier.isPrivate(method.getModifiers())) {
            return "definition.private";
        }
        if (Modifier.isStatic(method.getModifiers())) {
            return "definition.static";
        }
        if (method.isAnnotationPresent(Asset.class) && method.isAnnotationPresent(Check.class)) {
            return "definition.both";
        }
        boolean open = Stream.concat(
                        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .anyMatch(TypeVariable.class::isInstance);
        return open ? "definition.generic" : "";
    }

    private AssetDefinition asset(Method method, Asset annotation) {
        Labels labels = new Labels(
                annotation.description(),
                annotation.group(),
                annotation.kind(),
                annotation.owner(),
                tags(method, annotation));
        AssetKey key = new AssetKey(Names.snake(method.getName()));
        return new AssetDefinition(
                key,
                needs(method),
                method.getGenericReturnType(),
                calling(method),
                effort(place(method), annotation),
                labels,
                Partitions.named(annotation.partitions()),
                place(method));
    }

    private static Effort effort(String place, Asset annotation) {
        Retry retry = annotation.retries();
        RetryPolicy policy = new RetryPolicy(
                retry.times(),
                duration(place, "delay", retry.delay()),
                retry.factor(),
                duration(place, "cap", retry.cap()),
                List.of(retry.never()));
        String limit = annotation.timeout();
        Duration timeout = limit.isEmpty() ? null : duration(place, "timeout", limit);
        return new Effort(policy, timeout, annotation.pool());
    }

    private static Duration duration(String place, String name, String text) {
        return Durations.parse(text).orElseThrow(() -> new UserException(place, "definition.duration", name, text));
    }

    private void check(Method method, Check annotation) {
        if (method.getParameterCount() == 0) {
            problems.add(Problem.at(place(method), "check.judges_nothing"));
            return;
        }
        if (!orquesta.asset.CheckResult.class.isAssignableFrom(method.getReturnType())) {
            problems.add(Problem.at(
                    place(method), "check.returns", method.getReturnType().getSimpleName()));
            return;
        }
        String judged = method.getParameters()[0].getName();
        Names.requireJavaName(place(method) + "(" + judged + ")", judged);
        CheckKey key = new CheckKey(new AssetKey(Names.snake(judged)), Names.snake(method.getName()));
        checks.add(new CheckDefinition(
                key, needs(method), annotation.blocking(), calling(method), annotation.description(), place(method)));
    }

    private static List<Need> needs(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> need(place(method), parameter))
                .toList();
    }

    private static Need need(String place, Parameter parameter) {
        String name = parameter.getName();
        Reads reads = parameter.getAnnotation(Reads.class);
        if (reads == null) {
            return new Need.Unresolved(name, parameter.getParameterizedType());
        }
        AssetKey key = new AssetKey(reads.value().isEmpty() ? Names.snake(name) : reads.value());
        PartitionMapping mapping = PartitionMapping.parse(reads.partitions())
                .orElseThrow(() -> new UserException(place, "partition.mapping", reads.partitions()));
        return new Need.Upstream(name, key, typeRead(place, parameter, mapping), mapping);
    }

    /** The first partition has none before it: so what is read before is optional. */
    private static Type typeRead(String place, Parameter parameter, PartitionMapping mapping) {
        Type type = parameter.getParameterizedType();
        if (!(mapping instanceof PartitionMapping.Previous)) {
            return type;
        }
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return optional.getActualTypeArguments()[0];
        }
        throw new UserException(place, "partition.previous", parameter.getName(), ValueForm.nameOf(type));
    }

    private Map<String, String> tags(Method method, Asset annotation) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : annotation.tags()) {
            String[] parts = tag.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new UserException(place(method), "definition.tag", tag);
            }
            tags.put(parts[0].strip(), parts[1].strip());
        }
        return tags;
    }

    private StepFunction calling(Method method) {
        method.setAccessible(true);
        return inputs -> {
            try {
                return method.invoke(holder, inputs.arguments());
            } catch (InvocationTargetException e) {
                AnnotationReader.<RuntimeException>throwAsItIs(e.getTargetException());
                throw new IllegalStateException(e); // nobody comes here
            }
        };
    }

    /** Throws what a method threw, which may declare any {@link Throwable}; returns never. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAsItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String place(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
