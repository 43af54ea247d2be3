// Wheel and fingers. In a page that scrolls, a wheel and one finger are the page's: the map takes a
// wheel with ctrl or cmd, and two fingers. A mouse drags it always.
import type * as L from "../leaflet.js";
import { element } from "../page/element.js";
import type { Words } from "../page/spec.js";
import { Pinch } from "./pinch.js";

/** So long a hint stands after the last vain try. */
const HINT_MS = 1600;
/** A finger that has moved no farther taps. */
const TAP_PX = 12;
/** A wheel that turns on so soon after has come with the page that rolled under the pointer. */
const ROLL_MS = 250;
const PANELS = ".mg-card, .mg-legend";

export class Gestures {
  readonly #hint = element("div", { class: "mg-hint", "aria-hidden": "true" });
  readonly #pinch: Pinch;
  readonly #container: HTMLElement;
  #guarded = false;
  #gone = 0;
  #rolled = -ROLL_MS;
  #finger: Touch | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly words: Words,
  ) {
    this.#pinch = new Pinch(map);
    this.#container = map.getContainer();
    this.#container.append(this.#hint);
    this.#container.addEventListener("wheel", this.#wheel, { capture: true, passive: false });
    // Before Leaflet's own dragging hears of the touch or of the mouse.
    this.#container.addEventListener("pointerdown", this.#pointer, { capture: true });
    this.#container.addEventListener("touchstart", this.#touch, { passive: true });
    this.#container.addEventListener("touchmove", this.#moved, { passive: true });
    addEventListener("wheel", this.#roll, { capture: true, passive: true });
    addEventListener("resize", this.#look);
    document.addEventListener("fullscreenchange", this.#look);
    new ResizeObserver(this.#look).observe(document.body);
  }

  readonly #look = (): void => {
    this.#guarded = scrolls();
    this.#container.classList.toggle("mg-guarded", this.#guarded);
  };

  readonly #wheel = (event: WheelEvent): void => {
    if ((event.target as Element).closest(PANELS)) return;
    const wished = event.ctrlKey || event.metaKey;
    if (wished) {
      this.#hide();
      if (!this.#pinch.take(event)) return;
      event.preventDefault();
    } else if (!this.#guarded) return;
    else if (event.timeStamp - this.#rolled < ROLL_MS) this.#rolled = event.timeStamp;
    else this.#tell("hint.wheel");
    event.stopPropagation();
  };

  readonly #roll = (event: WheelEvent): void => {
    if (!this.#container.contains(event.target as Node)) this.#rolled = event.timeStamp;
  };

  readonly #pointer = ({ pointerType }: PointerEvent): void => {
    if (this.#guarded && pointerType !== "mouse") this.map.dragging.disable();
    else this.map.dragging.enable();
  };

  readonly #touch = ({ touches }: TouchEvent): void => {
    this.#finger = touches.length === 1 ? touches[0]! : null;
    if (!this.#finger) this.#hide();
  };

  readonly #moved = ({ touches: [now] }: TouchEvent): void => {
    const from = this.#finger;
    if (!from || !now || !this.#guarded) return;
    if (Math.hypot(now.clientX - from.clientX, now.clientY - from.clientY) < TAP_PX) return;
    this.#finger = null;
    this.#tell("hint.touch");
  };

  #tell(key: string): void {
    const command = navigator.platform.startsWith("Mac") ? "⌘" : "Ctrl";
    this.#hint.textContent = this.words[key]!.replace("{key}", command);
    this.#hint.classList.add("mg-told");
    clearTimeout(this.#gone);
    this.#gone = window.setTimeout(() => this.#hide(), HINT_MS);
  }

  #hide(): void {
    this.#hint.classList.remove("mg-told");
  }
}

/** Whether a wheel over the map would scroll something: this page, or the one around its frame. */
function scrolls(): boolean {
  if (document.fullscreenElement) return false;
  const { scrollHeight, clientHeight } = document.documentElement;
  return window.parent !== window || scrollHeight > clientHeight;
}
