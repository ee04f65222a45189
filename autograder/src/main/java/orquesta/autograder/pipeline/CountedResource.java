package orquesta.autograder.pipeline;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;

/** A resource that counts how often it is opened and closed, in whichever profile. */
record CountedResource<T>(Resource<T> recipe, AtomicInteger opened, AtomicInteger closed) implements Resource<T> {
    static <T> CountedResource<T> of(Resource<T> recipe) {
        return new CountedResource<>(recipe, new AtomicInteger(), new AtomicInteger());
    }

    /** Another recipe in its place, counted together with it. */
    <S> CountedResource<S> instead(Resource<S> other) {
        return new CountedResource<>(other, opened, closed);
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
        return instead(recipe.set(value));
    }

    @Override
    public Resource<T> named(String name) {
        return instead(recipe.named(name));
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
        return instead(recipe.from(folder));
    }
}
