package orquesta.datasets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/** The CSV library as the rules want it: strict RFC 4180, empty lines passed over, and its complaints as sentences of ours. */
final class CsvParser<T> implements Closeable {
    private final String file;
    private final MeasuredHandler<T> handler;
    private final CloseableIterator<T> records;

    CsvParser(String file, Reader text, char delimiter, MeasuredHandler<T> handler) {
        this.file = file;
        this.handler = handler;
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MeasuredHandler.LONGEST)
                .build(handler, text)
                .iterator();
    }

    /** The next record, or null after the last. */
    @Nullable
    T next() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        } catch (CsvParseException e) {
            throw sentence(e);
        }
    }

    private RuntimeException sentence(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (e.getCause() instanceof UserException ours) {
            return ours;
        }
        if (message.startsWith("Unclosed quoted field")) {
            return new UserException(file, "data.csv.unclosed_quote", handler.line());
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return new UserException(file, "data.csv.text_after_quote", handler.line());
        }
        return message.startsWith("The maximum buffer size") ? handler.tooLong() : e;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
