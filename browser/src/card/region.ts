// What a card says of a region or a place.
import type { RegionWords } from "../layers/regions.js";
import { element } from "../page/element.js";
import { safeLink } from "../page/links.js";
import type { Words } from "../page/spec.js";

export function regionCard(region: RegionWords, words: Words): Node {
  const card = element("div");
  const certainty = words[`certainty.${region.certainty}`];
  if (certainty) card.append(element("p", { class: "mg-certainty" }, certainty));
  if (region.description) card.append(element("p", {}, region.description));
  const items = (region.sources ?? []).map((source) => {
    const address = source.url ? safeLink(source.url) : null;
    const link = { href: address, target: "_blank" };
    return element("li", {}, address ? element("a", link, source.title) : source.title);
  });
  if (items.length) card.append(element("h3", {}, words["sources"]!), element("ol", {}, ...items));
  return card;
}
