package orquesta.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The steps of a run as a picture, from left to right: each stands to the right of all that it reads. The picture needs
 * nothing but itself, so it shows without a network too.
 *
 * @param steps with their inputs before them, as a plan orders them
 */
record StepGraph(String title, List<Step> steps) {
    private static final int HEIGHT = 44;
    private static final int GAP = 18;
    private static final int ARROW = 48;
    private static final int LETTER = 9;
    private static final Map<String, String> COLOURS = Map.of(
            "ok", "#d9f2d9",
            "reused", "#e0ecf8",
            "warned", "#fff2b3",
            "failed", "#f8d0d0",
            "blocked", "#f8d0d0",
            "timed_out", "#f8d0d0",
            "crashed", "#f8d0d0",
            "upstream_failed", "#ececec",
            "skipped", "#ececec");

    /** @param reads the keys of the steps that this one reads; others are left out of the picture */
    record Step(String key, String state, List<String> reads) {
        Step {
            reads = List.copyOf(reads);
        }

        private int width() {
            return LETTER * Math.max(key.length(), state.length()) + 20;
        }
    }

    private record Box(Step step, int x, int y) {
        int right() {
            return x + step.width();
        }

        int middle() {
            return y + HEIGHT / 2;
        }
    }

    StepGraph {
        steps = List.copyOf(steps);
    }

    String svg() {
        Map<String, Box> boxes = boxes();
        int width = boxes.values().stream().mapToInt(Box::right).max().orElse(0) + GAP;
        int height =
                boxes.values().stream().mapToInt(box -> box.y() + HEIGHT).max().orElse(0) + GAP;
        String name = Html.escape(title);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%d" height="%d" viewBox="0 0 %d %d">
                <title>%s</title>
                <g fill="none" stroke="#666666" stroke-width="1.5">
                %s
                </g>
                <g font-family="monospace" font-size="14" text-anchor="middle" fill="#1b1b1b">
                %s
                </g>
                </svg>""".formatted(name, width, height, width, height, name, lines(boxes), shapes(boxes));
    }

    private Map<String, Box> boxes() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        int x = GAP;
        for (List<Step> column : columns()) {
            int y = GAP;
            for (Step step : column) {
                boxes.put(step.key(), new Box(step, x, y));
                y += HEIGHT + GAP;
            }
            x += column.stream().mapToInt(Step::width).max().orElse(0) + ARROW;
        }
        return boxes;
    }

    private List<List<Step>> columns() {
        List<List<Step>> columns = new ArrayList<>();
        Map<String, Integer> placed = new HashMap<>();
        for (Step step : steps) {
            int column = 1
                    + step.reads().stream()
                            .mapToInt(key -> placed.getOrDefault(key, -1))
                            .max()
                            .orElse(-1);
            placed.put(step.key(), column);
            if (column == columns.size()) {
                columns.add(new ArrayList<>());
            }
            columns.get(column).add(step);
        }
        return columns;
    }

    private static String lines(Map<String, Box> boxes) {
        StringJoiner lines = new StringJoiner("\n");
        for (Box box : boxes.values()) {
            for (String key : box.step().reads()) {
                Box from = boxes.get(key);
                if (from != null) {
                    lines.add(line(from, box));
                }
            }
        }
        return lines.toString();
    }

    private static String shapes(Map<String, Box> boxes) {
        return boxes.values().stream().map(StepGraph::shape).collect(Collectors.joining("\n"));
    }

    private static String line(Box from, Box to) {
        int half = (from.right() + to.x()) / 2;
        int tip = to.x() - 1;
        return "<path d=\"M%d %d C%d %d %d %d %d %d m-7 -4 l7 4 l-7 4\"/>"
                .formatted(from.right(), from.middle(), half, from.middle(), half, to.middle(), tip, to.middle());
    }

    private static String shape(Box box) {
        int centre = box.x() + box.step().width() / 2;
        String colour = COLOURS.getOrDefault(box.step().state(), "#ffffff");
        return """
                <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="#666666"/>
                <text x="%d" y="%d" font-weight="bold">%s</text>
                <text x="%d" y="%d">%s</text>""".formatted(
                        box.x(),
                        box.y(),
                        box.step().width(),
                        HEIGHT,
                        colour,
                        centre,
                        box.y() + 18,
                        Html.escape(box.step().key()),
                        centre,
                        box.y() + 36,
                        Html.escape(box.step().state()));
    }
}
