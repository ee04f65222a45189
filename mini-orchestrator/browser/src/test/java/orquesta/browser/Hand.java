package orquesta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody works a page, and how often something was pressed. */
abstract sealed class Hand {
    private int presses;

    final void press(Locator target) {
        presses++;
        pressOnce(target);
    }

    final int presses() {
        return presses;
    }

    abstract void pressOnce(Locator target);

    abstract void write(Locator field, String text);

    static final class Mouse extends Hand {
        @Override
        void pressOnce(Locator target) {
            target.click();
        }

        @Override
        void write(Locator field, String text) {
            field.click();
            field.fill(text);
        }

        @Override
        public String toString() {
            return "by mouse";
        }
    }

    /** Tab until it is there, seen at each stop, then Enter. */
    static final class Keyboard extends Hand {
        private static final int STOPS = 250;
        private static final int LOOKS = 5;
        /** Something that a person sees changes with the focus, on the element or in it, where the window shows it. */
        private static final String WHAT_IS_WRONG = """
                e => {
                  const seen = () => [e, ...e.querySelectorAll('*')].map(one => {
                    const s = getComputedStyle(one);
                    const ring = s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor;
                    return [ring, s.boxShadow, s.stroke, s.strokeWidth, s.borderColor, s.backgroundColor].join();
                  }).join(';');
                  const focused = seen();
                  e.blur();
                  const other = seen();
                  e.focus();
                  const box = e.getBoundingClientRect();
                  if (!e.isConnected) return 'gone';
                  if (focused === other) return 'it looks the same without';
                  const inside = box.width > 0 && box.bottom > 0 && box.right > 0
                    && box.top < innerHeight && box.left < innerWidth;
                  return inside ? '' : 'outside the window: ' + JSON.stringify(box) + ', ' + innerWidth + ' x ' + innerHeight;
                }""";
        /** A page that is made again puts the focus where it was, on a new element: that one is looked at. */
        private static final String GONE = "gone";

        @Override
        void pressOnce(Locator target) {
            reach(target);
            target.page().keyboard().press("Enter");
        }

        @Override
        void write(Locator field, String text) {
            reach(field);
            field.page().keyboard().press("Control+A");
            field.page().keyboard().type(text);
        }

        private static void reach(Locator target) {
            target.waitFor();
            Page page = target.page();
            for (int stop = 0; stop < STOPS; stop++) {
                page.keyboard().press("Tab");
                Locator here = page.locator(":focus");
                if (here.count() == 0) {
                    continue; // past the last stop: the next is the first
                }
                Object wrong = GONE;
                for (int look = 0; look < LOOKS && wrong.equals(GONE); look++) {
                    wrong = here.evaluate(WHAT_IS_WRONG);
                }
                assertThat(wrong)
                        .as("what keeps the focus from being seen on "
                                + here.evaluate("e => e.outerHTML.slice(0, 200)"))
                        .isEqualTo("");
                if ((boolean) target.evaluate("e => e === document.activeElement")) {
                    return;
                }
            }
            throw new AssertionError("the keyboard does not reach " + target);
        }

        @Override
        public String toString() {
            return "by keyboard";
        }
    }
}
