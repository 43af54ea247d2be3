// Sources: numbered, each with its title, who published it and when, and its archived copy.
import type { Source } from "../layers/chapter.js";
import { element } from "../page/element.js";
import { written } from "../page/spec.js";
import { safeLink } from "../page/links.js";
import type { Reader } from "./facts.js";
import { sayDate } from "./when.js";

/** A link that opens beside the map; bare words where the address is none to follow. */
function linked(text: string, address: string | undefined): Node {
  const href = address ? safeLink(address) : null;
  const words = element("bdi", {}, text);
  return href ? element("a", { href, target: "_blank", rel: "noopener" }, words) : words;
}

/** The list under its heading, or null where there is none. */
export function sourceList(list: readonly Source[] | undefined, reader: Reader): Node | null {
  if (!list?.length) return null;
  const items = list.map((source, i) => {
    const item = sourceItem(source, reader);
    item.style.listStyleType = `"${written(i + 1, reader.lang)}. "`;
    return item;
  });
  const heading = element("h3", {}, reader.words["sources"]!);
  return element("div", { class: "mg-sources" }, heading, element("ol", {}, ...items));
}

function sourceItem(source: Source, { words, lang }: Reader): HTMLElement {
  const { title, url, publisher, date, archive_url } = source;
  const details = [
    publisher ? element("bdi", {}, publisher) : null,
    date ? element("bdi", {}, sayDate(date, lang)) : null,
    archive_url && safeLink(archive_url) ? linked(words["card.archived"]!, archive_url) : null,
  ].filter((part) => part !== null);
  const parts = details.flatMap((part, i) => [i ? " · " : null, part]);
  return element("li", {}, linked(title, url), element("small", {}, ...parts));
}
