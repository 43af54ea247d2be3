// "Copy link to this event": to the clipboard where that is allowed, else as a field to copy from.
import { element } from "../page/element.js";
import { linkTo } from "../page/link.js";
import type { Words } from "../page/spec.js";

/** @param id of the event; undefined where it has no address. */
export function copyLink(id: Promise<string | undefined>, words: Words): Node {
  const button = element("button", { type: "button" }, words["card.copy"]!);
  const status = element("span", { role: "status" });
  const field = element("input", {
    type: "text",
    readonly: true,
    hidden: true,
    dir: "ltr",
    "aria-label": words["card.link"]!,
  });
  const box = element("div", { class: "mg-copy", hidden: true }, button, status, field);
  let link = "";
  void id.then((known) => {
    link = known === undefined ? "" : (linkTo(location.href, known) ?? "");
    box.hidden = !link;
  });
  const offer = (): void => {
    field.hidden = false;
    field.value = link;
    field.focus();
    field.select();
    status.textContent = words["card.copy.field"]!;
  };
  button.addEventListener("click", () => {
    toClipboard(link).then(() => {
      field.hidden = true;
      status.textContent = words["card.copied"]!;
    }, offer);
  });
  return box;
}

/** Rejects where the page has no clipboard, as in a frame that was not given one. */
async function toClipboard(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new Error("no clipboard");
  await clipboard.writeText(text);
}
