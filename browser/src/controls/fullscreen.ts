// The map over the whole screen, with its title, legend, timeline and card.
import type * as L from "../leaflet.js";
import type { Words } from "../page/spec.js";
import { tool } from "./toolbar.js";

const PICTURES = {
  enter: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  leave: "M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4",
};

/** The button, or null where the browser or the frame around the page does not allow it. */
export function fullscreenTool(map: L.Map, words: Words): HTMLButtonElement | null {
  if (!document.fullscreenEnabled) return null;
  const host = map.getContainer().closest<HTMLElement>(".mg-first")!;
  const button = tool(PICTURES.enter, words["view.full"]!, () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen();
    done.catch(() => (button.hidden = true));
  });
  const refresh = (): void => {
    const on = document.fullscreenElement === host;
    button.setAttribute("aria-pressed", String(on));
    button.querySelector("path")!.setAttribute("d", on ? PICTURES.leave : PICTURES.enter);
    // What lies behind cannot be seen, so that it must not take the focus.
    for (const other of host.parentElement!.children)
      if (other !== host) (other as HTMLElement).inert = on;
  };
  document.addEventListener("fullscreenchange", refresh);
  refresh();
  return button;
}
