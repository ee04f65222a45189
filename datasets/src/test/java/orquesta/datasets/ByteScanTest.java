package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteScanTest {
    private static final int BUFFER = 64;

    @Test
    void every_sequence_of_bytes_is_judged_as_the_jdk_judges_it() throws IOException {
        Random random = new Random(1);
        int[] interesting = {
            'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1,
            0xF4, 0xF5, 0xFF
        };
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) interesting[random.nextInt(interesting.length)];
            }
            assertThat(scan(bytes).utf8()).as("%s", (Object) bytes).isEqualTo(decodes(bytes));
            valid += decodes(bytes) ? 1 : 0;
        }
        assertThat(valid).isBetween(1000, 19_000);
    }

    @Test
    void what_stands_on_the_edge_of_a_buffer_is_seen_whole() throws IOException {
        for (int before = BUFFER - 10; before < BUFFER + 2; before++) {
            byte[] start = "x".repeat(before).getBytes(StandardCharsets.UTF_8);
            assertThat(scan(start, "😀ñ\r\n".getBytes(StandardCharsets.UTF_8)).utf8())
                    .isTrue();
            assertThat(scan(start, "😀ñ\r\n".getBytes(StandardCharsets.UTF_8)).loneReturn())
                    .isFalse();
            assertThat(scan(start, new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98})
                            .utf8())
                    .isFalse();
            assertThat(scan(start, new byte[] {'\r', 'x'}).loneReturn()).isTrue();
            assertThat(scan(start, new byte[] {'\r'}).loneReturn()).isTrue();
            assertThat(scan(start, new byte[] {0}).nul()).isTrue();
        }
    }

    @Test
    void an_empty_file_is_valid() throws IOException {
        assertThat(scan().utf8()).isTrue();
    }

    private static ByteScan scan(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return ByteScan.of(new ByteArrayInputStream(bytes.toByteArray()), BUFFER);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
