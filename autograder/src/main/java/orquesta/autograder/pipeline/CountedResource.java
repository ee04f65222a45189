package orquesta.autograder.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;

/** A resource that counts how often it is opened and closed. */
record CountedResource<T>(Resource<T> recipe, AtomicInteger opened, AtomicInteger closed) implements Resource<T> {
    static Map<String, CountedResource<?>> all(Map<String, Resource<?>> recipes) {
        Map<String, CountedResource<?>> counted = new LinkedHashMap<>();
        recipes.forEach((name, recipe) -> counted.put(name, of(recipe)));
        return counted;
    }

    private static <T> CountedResource<T> of(Resource<T> recipe) {
        return new CountedResource<>(recipe, new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public Class<T> type() {
        return recipe.type();
    }

    @Override
    public T open(Evaluator evaluator) throws Exception {
        T thing = recipe.open(evaluator);
        opened.incrementAndGet();
        return thing;
    }

    @Override
    public String setting() {
        return recipe.setting();
    }

    @Override
    public void close(T thing) throws Exception {
        closed.incrementAndGet();
        recipe.close(thing);
    }

    @Override
    public Resource<T> set(String value) {
        return with(recipe.set(value));
    }

    @Override
    public Resource<T> named(String name) {
        return with(recipe.named(name));
    }

    @Override
    public @Nullable Path root() {
        return recipe.root();
    }

    @Override
    public @Nullable String given() {
        return recipe.given();
    }

    @Override
    public Resource<T> from(Path folder) {
        return with(recipe.from(folder));
    }

    private Resource<T> with(Resource<T> changed) {
        return new CountedResource<>(changed, opened, closed);
    }
}
