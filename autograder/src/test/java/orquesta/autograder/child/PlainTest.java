package orquesta.autograder.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that cross are the same afterwards, and frames that somebody forges are refused within bounds. */
class PlainTest {
    private enum Color {
        RED
    }

    private record Node(
            String name, List<Node> below, @Nullable Color color) {}

    @Test
    void what_crosses_is_equal_afterwards() throws IOException {
        List<@Nullable Object> all = Arrays.asList(
                null,
                "Té\u0000",
                1,
                2L,
                0.5,
                Double.NaN,
                true,
                new BigDecimal("1.50"),
                LocalDate.of(2026, 2, 28),
                LocalDateTime.of(2026, 2, 28, 1, 0),
                ZonedDateTime.parse("2026-04-04T23:30-03:00[America/Santiago]"),
                Instant.EPOCH,
                Duration.ofMinutes(3),
                Set.of("a"),
                Map.of("k", List.of(1, 2)),
                Optional.of("x"),
                Optional.empty());

        assertThat(crossed(all)).isEqualTo(all);
    }

    @Test
    void records_cross_with_the_names_of_their_components_enums_as_names_arrays_as_lists() throws IOException {
        Object found = crossed(new Node("a", List.of(new Node("b", List.of(), null)), Color.RED));

        assertThat(found)
                .isEqualTo(new Plain.Fields(
                        "Node",
                        List.of("name", "below", "color"),
                        Arrays.asList(
                                "a",
                                List.of(new Plain.Fields(
                                        "Node",
                                        List.of("name", "below", "color"),
                                        Arrays.asList("b", List.of(), null))),
                                "RED")));
        assertThat(crossed(new int[] {1, 2})).isEqualTo(List.of(1, 2));
        assertThat(crossed(new Object())).isEqualTo(new Plain.Other("java.lang.Object"));
    }

    @Test
    void a_number_that_would_fill_the_memory_is_not_read_as_one() throws IOException {
        assertThat(crossed(new BigDecimal("1e999999999"))).isInstanceOf(Plain.Other.class);
        assertThat(crossed("x".repeat(9_000))).asString().hasSize(4_001);
    }

    @Test
    void forged_frames_are_refused_and_build_nothing_large() {
        assertThatThrownBy(() -> read(out -> {
                    for (int i = 0; i < 10_000; i++) {
                        out.writeByte(Plain.OPTIONAL);
                    }
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(out -> {
                    out.writeByte(Plain.LIST);
                    out.writeInt(200_000);
                    out.write(new byte[200_000]);
                }))
                .hasMessage("too many values, or too deep");
        assertThatThrownBy(() -> read(out -> {
                    out.writeByte(Plain.SCALAR);
                    Wire.writeText(out, "BigDecimal");
                    Wire.writeText(out, "9".repeat(5_000_000));
                }))
                .hasMessage("a text of 5000000");
        assertThatThrownBy(() -> read(out -> {
                    out.writeByte(Plain.SCALAR);
                    Wire.writeText(out, "java.lang.Runtime");
                    Wire.writeText(out, "");
                }))
                .isInstanceOf(IOException.class);
    }

    /** They could all have one hash: to read them would take the square of their number. */
    @Test
    void a_set_or_a_map_of_very_many_does_not_cross() throws IOException {
        Set<Integer> many = IntStream.range(0, 1_000).boxed().collect(Collectors.toSet());
        assertThat(crossed(many)).isEqualTo(many);
        Set<Integer> more = IntStream.range(0, 1_001).boxed().collect(Collectors.toSet());
        assertThatThrownBy(() -> crossed(more)).isInstanceOf(PlainWriter.TooMuch.class);
        assertThatThrownBy(() -> crossed(more.stream().collect(Collectors.toMap(each -> each, each -> each))))
                .isInstanceOf(PlainWriter.TooMuch.class);
        for (int kind : new int[] {Plain.SET, Plain.MAP}) {
            assertThatThrownBy(() -> read(out -> {
                        out.writeByte(kind);
                        out.writeInt(1_001);
                        out.write(new byte[2 * 1_001]);
                    }))
                    .hasMessage("a set of 1001");
        }
    }

    private static @Nullable Object crossed(@Nullable Object value) throws IOException {
        return read(out -> new PlainWriter(out).write(value));
    }

    private static @Nullable Object read(Wire.Content content) throws IOException {
        byte[] frame = Wire.frame((DataOutputStream out) -> content.writeTo(out));
        return Plain.read(new DataInputStream(new ByteArrayInputStream(frame)));
    }
}
