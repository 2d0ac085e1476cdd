"""Whether everything on a page is reached by Tab, and shows that it has the focus."""

from playwright.sync_api import Page

# Finds every control that a person sees, notes how it looks, and listens for the
# focus; pale words on the yellow of the focus cannot be read. The radio buttons of
# one question are one stop; an input that lies hidden under its drawing is judged by
# the drawing, which its label's ::before holds.
LISTEN = """() => {
    const looks = (e) => [[e, null], [e.nextElementSibling, '::before']]
        .filter(([at]) => at)
        .map(([at, part]) => {
            const s = getComputedStyle(at, part);
            return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor,
                    s.borderTopColor, s.borderTopWidth, s.borderBottomWidth].join();
        }).join();
    const named = (e) => e.type === 'radio' ? `radio ${e.name}`
        : e.outerHTML.slice(0, 90);
    const every = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const seen = [...document.querySelectorAll(every)].filter((e) => !e.disabled
        && e.type !== 'hidden' && e.checkVisibility({visibilityProperty: true}));
    document.activeElement.blur();
    const before = new Map(seen.map((e) => [e, looks(e)]));
    window.missed = new Set(seen.map(named));
    window.unseen = new Set();
    document.addEventListener('focusin', ({target}) => {
        window.missed.delete(named(target));
        const s = getComputedStyle(target);
        const pale = s.color.match(/\\d+/g).slice(0, 3).every((part) => part > 160);
        const unreadable = pale && s.backgroundColor === 'rgb(255, 221, 0)';
        if (unreadable || before.get(target) === looks(target)) {
            window.unseen.add(named(target));
        }
    });
    return seen.length;
}"""
# A day has three stops; a scrolling part of the page is one more.
MORE = 6


def not_by_tab(page: Page) -> list[str]:
    """What Tab does not reach, and what does not show that it was reached."""
    left = page.evaluate(LISTEN) + MORE
    while left > 0 and (missing := page.evaluate("window.missed.size")):
        for _ in range(min(missing, left)):
            page.keyboard.press("Tab")
        left -= missing
    missed: list[str] = page.evaluate("[...window.missed]")
    unseen: list[str] = page.evaluate("[...window.unseen]")
    page.evaluate("document.activeElement.blur()")
    return [f"Tab misses {what}" for what in missed] + [
        f"shows no focus: {what}" for what in unseen
    ]
