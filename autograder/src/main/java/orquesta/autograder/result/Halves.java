package orquesta.autograder.result;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import orquesta.autograder.exercise.Points;

/** Points are written {@code 7} or {@code 7.5}. */
@JacksonAnnotationsInside
@JsonSerialize(using = Halves.Writer.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Halves {
    /** Writes a whole number without decimals. */
    final class Writer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double points, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Points.text(points));
        }
    }
}
