package orquesta.web;

/** What stands for a character that cannot be seen or that changes how others are seen. */
final class Shown {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private Shown() {}

    static int of(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        if (point == DELETE) {
            return DELETE_PICTURE;
        }
        int type = Character.getType(point);
        boolean unseen = type == Character.FORMAT || type == Character.SURROGATE || type == Character.CONTROL;
        return unseen && point != 0x200D && point != 0x200C
                ? REPLACEMENT
                : point; // joiners belong to scripts and emoji
    }
}
