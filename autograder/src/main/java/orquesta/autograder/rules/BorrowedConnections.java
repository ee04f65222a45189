package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orquesta.text.Message;

/** Rule S5: assets and checks borrow their connection: they open none, and close none that a run has opened. */
final class BorrowedConnections {
    private static final Set<String> OPENERS = Set.of(
            "java.sql.DriverManager.getConnection",
            "java.sql.DriverManager.getDriver",
            "java.sql.DriverManager.getDrivers",
            "java.sql.DriverManager.drivers",
            "java.sql.Driver.connect");
    private static final List<String> PACKAGES = List.of("javax.sql.", "org.sqlite.", "org.duckdb.", "org.postgresql.");
    private static final String CLOSES = "java.sql.Connection.close";

    private BorrowedConnections() {}

    /**
     * The first place of the code of assets that opens or closes a connection.
     *
     * @param begin the classes whose assets are looked at
     */
    static Optional<Message> first(Collection<JavaClass> begin, Collection<JavaClass> answer) {
        return AssetCode.reached(begin, answer, true).stream()
                .flatMap(AssetCode::accesses)
                .filter(access -> opens(access) || closes(access))
                .min(Comparator.comparing(BorrowedConnections::closes).thenComparing(BorrowedConnections::place))
                .map(access -> Message.of(closes(access) ? "rule.s5_closes" : "rule.s5", what(access), place(access)));
    }

    private static boolean opens(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        return OPENERS.contains(what(access)) || PACKAGES.stream().anyMatch(owner::startsWith);
    }

    private static boolean closes(JavaAccess<?> access) {
        return what(access).equals(CLOSES);
    }

    private static String what(JavaAccess<?> access) {
        return Transformations.name(access.getTarget());
    }

    private static String place(JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        return Transformations.place(origin.getOwner(), access);
    }
}
