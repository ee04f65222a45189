package celda;

import static orquesta.autograder.exercise.Row.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;
import orquesta.autograder.exercise.Row;

/** The cases of E05: what goes in has to come back. Codes begin with a letter where they are not what is asked. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        Case.Builder all = Case.forCheck("every_row");
        int rows = 12 + chance.nextInt(8);
        for (int i = 0; i < rows; i++) {
            Row sale = sale("P" + (10 + i), chance);
            all.becomes(sale, sale);
        }
        Row zeros = sale("00" + (10 + chance.nextInt(90)), chance);
        Row other = sale("0" + (100 + chance.nextInt(900)), chance);
        Row missing = row("P1", day(chance), null, 2);
        Row whole = sale("P2", chance);
        List<Row> falling = List.of(sale("P9", chance), sale("P5", chance), sale("P7", chance), sale("P1", chance));
        Case.Builder ordered = Case.forCheck("order_is_kept");
        falling.forEach(sale -> ordered.becomes(sale, sale));
        Row kept = sale("P3", chance);
        Row twin = sale("P2", chance);
        return List.of(
                all.build(),
                Case.forCheck("codes_stay_text")
                        .becomes(zeros, zeros)
                        .becomes(other, other)
                        .build(),
                Case.forCheck("missing_stays_missing")
                        .becomes(missing, missing)
                        .becomes(whole, whole)
                        .build(),
                ordered.build(),
                Case.forCheck("table_given_stays")
                        .becomes(kept, kept)
                        .becomes(twin, twin)
                        .untouched()
                        .build());
    }

    private static Row sale(String code, Random chance) {
        return row(code, day(chance), 10 * (10 + chance.nextInt(990)), 1 + chance.nextInt(9));
    }

    private static LocalDate day(Random chance) {
        return LocalDate.of(2025, 1, 1).plusDays(chance.nextInt(365));
    }
}
