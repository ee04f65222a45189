package orquesta.autograder.report;

/** Text of a student's for a terminal: without control characters that could move or colour it. */
final class Plain {
    private static final int LONGEST = 200;

    private Plain() {}

    static String text(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shown.replaceAll("[\\p{Cc}\\p{Cf}]", "·");
    }
}
