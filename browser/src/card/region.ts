// What a card says of a region or a place.
import type { RegionWords } from "../layers/regions.js";
import { element } from "../page/element.js";
import type { Reader } from "./facts.js";
import { sourceList } from "./sources.js";
import { factList, prose } from "./story.js";
import { readWhen, sayWhen } from "./when.js";

export function regionCard(region: RegionWords, reader: Reader): Node {
  const { words } = reader;
  const when = region.valid ? readWhen(region.valid) : null;
  const facts = factList([
    [words["card.outline"]!, words[`outline.${region.certainty}`] ?? ""],
    [words["card.when"]!, when ? sayWhen(when, reader) : (region.valid ?? "")],
  ]);
  const card = element("div", {}, facts, ...prose(region, reader));
  const sources = sourceList(region.sources, reader);
  if (sources) card.append(sources);
  return card;
}
