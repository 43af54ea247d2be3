// On paper: light colours, every part opened, and legend and card below the map instead of on it.
import type * as L from "../leaflet.js";
import { element } from "./element.js";
import type { Words } from "./spec.js";

const MOVED = ".mg-legend, .mg-card:not([hidden])";

/** @param light makes the page light, or gives it its own theme back */
export function followPrint(map: L.Map, words: Words, light: (printed: boolean) => void): void {
  let back: (() => void) | null = null;
  const enter = (): void => void (back ??= lay(map, words, light));
  const leave = (): void => {
    back?.();
    back = null;
  };
  addEventListener("beforeprint", enter);
  addEventListener("afterprint", leave);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? enter() : leave()));
}

/** Lays the page out for paper and returns what takes it back. */
function lay(map: L.Map, words: Words, light: (printed: boolean) => void): () => void {
  const stage = map.getContainer().parentElement!;
  const focused = document.activeElement;
  const size = map.getSize();
  stage.style.setProperty("--mg-w", String(size.x));
  stage.style.setProperty("--mg-h", String(size.y));
  const sheet = element("div", { class: "mg-sheet" });
  sheet.style.setProperty("--mg-off", JSON.stringify(words["print.off"]));
  const homes = [...stage.querySelectorAll(MOVED)].map((part) => {
    const home = document.createComment("");
    part.replaceWith(home);
    sheet.append(part);
    return () => home.replaceWith(part);
  });
  // The period belongs to the map: a legend of many entries must not push it to another sheet.
  (document.getElementById("mg-time") ?? stage).after(sheet);
  const closed = [...document.querySelectorAll("main details:not([open])")];
  for (const part of closed) part.setAttribute("open", "");
  light(true);
  map.fire("mapgen-print");
  return () => {
    light(false);
    for (const part of closed) part.removeAttribute("open");
    for (const home of homes) home();
    sheet.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}
