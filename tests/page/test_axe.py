"""Every page under axe-core: no violation, and no word whose contrast is left undecided."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mapgen.build import Report

AXE = Path(__file__).parents[2] / "browser/tools/node_modules/axe-core/axe.min.js"
MAPS = ("attacks", "nangarhar", "khorasan")
DESK = {"viewport": {"width": 1400, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
DARK = {"color_scheme": "dark"}
KINDS = {
    "light": DESK,
    "dark": DESK | DARK,
    "phone": PHONE,
    "dark phone": PHONE | DARK,
}
SIKH = "mapgen.show('jalalabad-sikh-2018-07-01')"
STATES = {
    "a card": SIKH,
    "a list of events at one place": "document.querySelector('.mg-focus button').click()",
    "a card of a region": (
        "document.querySelector('path.mg-region')"
        ".dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))"
    ),
    "the legend the other way": "document.querySelector('.mg-legend summary').click()",
    "full screen": "document.querySelector('.mg-first').requestFullscreen()",
    "a row that is chosen": "document.querySelector('.mg-twin tr[id] a').click()",
}
RUN = """async (covered) => {
  const found = [];
  const note = ({id, nodes}) => {
    for (const {target, failureSummary} of nodes)
      found.push(`${id}: ${target.join(' ')}: ${failureSummary}`);
  };
  const whole = await axe.run(document, {elementRef: true});
  whole.violations.forEach(note);
  // A mark on a map stands where it has to, which WCAG 2.5.8 calls essential; the list has its
  // event once more, with room around.
  const sized = {include: [document], exclude: [['.mg-focus'], ['.mg-place'], ...covered]};
  const sizes = await axe.run(sized, {runOnly: ['target-size']});
  sizes.violations.forEach(note);
  const undecided = whole.incomplete.find(({id}) => id === 'color-contrast');
  for (const {element} of undecided ? undecided.nodes : []) {
    const ratio = contrast(element);
    if (!(ratio >= 4.5)) found.push(`contrast ${ratio}: ${element.outerHTML.slice(0, 120)}`);
  }
  return {found, passes: whole.passes.map(({id}) => id)};

  // Of words that axe cannot judge (part of a row scrolled away, words on the map's picture): the
  // ink on the nearest ground that is not clear; on the map, on the halo round the letters.
  function contrast(element) {
    const style = getComputedStyle(element);
    const ink = channels(element.ownerSVGElement ? style.fill : style.color);
    const around = element.ownerSVGElement ? style.stroke : style.textShadow;
    const halo = around === 'none' ? null : channels(around);
    const [a, b] = [ink, halo ?? ground(element)].map(luminance).sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }
  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found[3] === 1) return found;
    }
    return [255, 255, 255, 1];
  }
  function channels(text) {
    const [r, g, b, alpha = 1] = text.match(/rgba?\\(([^)]*)\\)/)[1].split(/[ ,/]+/).map(Number);
    return [r, g, b, alpha];
  }
  function luminance(colour) {
    const [r, g, b] = colour.slice(0, 3).map(it => it / 255)
      .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}"""


def faults(page: Page, *covered: str) -> list[str]:
    """Return what axe finds at fault; parts that a card covers have no size of their own."""
    page.wait_for_timeout(700)  # until fades are over: half of a fade is half of a contrast
    page.evaluate(AXE.read_text(encoding="utf-8"))
    told = page.evaluate(RUN, [[part] for part in covered])
    assert "document-title" in told["passes"]
    found: list[str] = told["found"]
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MAPS)
def test_a_map_has_no_fault(
    built: tuple[Path, Report], visit: Callable, name: str, kind: str
) -> None:
    assert faults(visit(built[0] / f"{name}.html", **KINDS[kind]).page) == []


@pytest.mark.parametrize("kind", ["light", "dark phone"])
@pytest.mark.parametrize("name", MAPS)
def test_a_map_from_right_to_left_has_no_fault(
    persian: Path, visit: Callable, name: str, kind: str
) -> None:
    page = visit(persian / f"{name}.html", **KINDS[kind]).page
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert faults(page) == []


@pytest.mark.parametrize("name", MAPS)
def test_a_map_on_paper_has_no_fault(
    built: tuple[Path, Report], visit: Callable, name: str
) -> None:
    page = visit(built[0] / f"{name}.html").page
    page.emulate_media(media="print")
    assert faults(page) == []


@pytest.mark.parametrize("kind", ["light", "dark phone"])
@pytest.mark.parametrize("state", STATES)
def test_a_map_in_use_has_no_fault(
    built: tuple[Path, Report], visit: Callable, state: str, kind: str
) -> None:
    page = visit(built[0] / "attacks.html", **KINDS[kind]).page
    page.evaluate(f"void {STATES[state]}")
    # What a card or the legend lies over comes out again at Escape, as WCAG 2.4.11 allows.
    assert faults(page, ".mg-edges") == []


@pytest.mark.parametrize("name", MAPS)
def test_a_map_without_scripts_has_no_fault(
    built: tuple[Path, Report], visit: Callable, tmp_path: Path, name: str
) -> None:
    # axe needs scripts: so the page's own are taken out, and the rest is what the reader gets.
    text = (built[0] / f"{name}.html").read_text(encoding="utf-8")
    plain = tmp_path / "plain.html"
    plain.write_text(re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL), encoding="utf-8")
    page = visit(plain, ready=False, **DESK).page
    assert page.evaluate("typeof mapgen") == "undefined"
    assert faults(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_index_has_no_fault(built: tuple[Path, Report], visit: Callable, kind: str) -> None:
    assert faults(visit(built[0] / "index.html", ready=False, **KINDS[kind]).page) == []


def test_a_fault_that_is_made_is_found(built: tuple[Path, Report], visit: Callable) -> None:
    page = visit(built[0] / "nangarhar.html").page
    page.evaluate(
        "document.querySelector('h1').style.color = '#ccc';"
        "document.querySelector('#mg-find').labels[0].remove()"
    )
    found = " ".join(faults(page))
    assert "contrast" in found
    assert "label: #mg-find" in found
