package orquesta.autograder.exercise;

import org.jspecify.annotations.Nullable;

/** Values of the class that a validator wants. */
final class Wanted {
    private Wanted() {}

    static <T> T as(Class<T> type, @Nullable Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        String name = type.getSimpleName();
        String found = value == null ? "null" : value.getClass().getSimpleName();
        String kind = value == null ? "null" : "type";
        throw new Complaint.Raised(
                new Complaint(kind, new Bilingual(name + " in the place of " + found, name + " en lugar de " + found)));
    }
}
