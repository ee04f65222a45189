package orquesta.datasets.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planted where in a block of rows, decided before the block is made: so the counts are exact, and a file of any length
 * needs the memory of one block.
 */
final class PlantingPlan {
    static final int BLOCK = 5000;

    /** The first rows of a block stay clean, so that there is always an earlier row to point back to. */
    private static final int CLEAN_START = 10;

    private final @Nullable PlantedKind[] kinds;
    private final int[] references;

    PlantingPlan(int rows, boolean first, Dice dice) {
        kinds = new PlantedKind[rows];
        references = new int[rows];
        List<PlantedKind> wanted = wanted(rows, first);
        List<Integer> places = new ArrayList<>();
        for (int row = CLEAN_START; row < rows; row++) {
            places.add(row);
        }
        places = Products.shuffled(places, dice);
        for (int i = 0; i < wanted.size(); i++) {
            kinds[places.get(i)] = wanted.get(i);
        }
        correctAfterwards();
        pointBack(dice);
    }

    private static List<PlantedKind> wanted(int rows, boolean first) {
        List<PlantedKind> wanted = new ArrayList<>();
        for (PlantedKind kind : PlantedKind.values()) {
            wanted.addAll(Collections.nCopies(count(kind, rows, first), kind));
        }
        return wanted;
    }

    private static int count(PlantedKind kind, int rows, boolean first) {
        if (kind.quota >= 0) {
            return kind.quota * rows / BLOCK;
        }
        return first && rows >= 500 ? -kind.quota : 0;
    }

    /** Every third place of a price in words and its correction becomes the correction of the place two before. */
    private void correctAfterwards() {
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < kinds.length; row++) {
            if (kinds[row] == PlantedKind.PRICE_WORD || kinds[row] == PlantedKind.ID_CORRECTED) {
                places.add(row);
            }
        }
        long corrections = places.stream()
                .filter(row -> kinds[row] == PlantedKind.ID_CORRECTED)
                .count();
        for (int i = 0; i < places.size(); i++) {
            boolean correction = i % 3 == 2 && i / 3 < corrections;
            kinds[places.get(i)] = correction ? PlantedKind.ID_CORRECTED : PlantedKind.PRICE_WORD;
            references[places.get(i)] = correction ? places.get(i - 2) : 0;
        }
    }

    private void pointBack(Dice dice) {
        int alike = 0;
        for (int row = 0; row < kinds.length; row++) {
            if (kinds[row] == PlantedKind.ID_SENT_TWICE || kinds[row] == PlantedKind.ID_TAKEN) {
                int earlier = dice.below(row);
                while (kinds[earlier] != null) {
                    earlier--;
                }
                references[row] = earlier;
            } else if (kinds[row] == PlantedKind.ID_ALIKE) {
                references[row] = alike++;
            }
        }
    }

    int rows() {
        return kinds.length;
    }

    @Nullable
    PlantedKind kind(int row) {
        return kinds[row];
    }

    /** The earlier row of the block that this one repeats or corrects; for ids that look alike, the how-manieth it is. */
    int reference(int row) {
        return references[row];
    }
}
