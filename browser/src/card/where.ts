// Where an event was, in words: the names of its place, and how well the place is known.
import { PLACEMENTS, type Events } from "../layers/unpack.js";
import type { Story } from "../layers/chapter.js";
import { element } from "../page/element.js";
import { written } from "../page/spec.js";
import type { Reader } from "./facts.js";

/** The names of a place from the smallest to the country, none said twice. */
export function placeNames(story: Partial<Story>, reader: Reader): readonly string[] {
  const names = [story.location, story.admin2, story.admin1].filter((name) => name !== undefined);
  if (story.country) names.push(countryName(story.country, reader));
  // "Abbey Gate, Kabul" says the province of that name already.
  const said = new Set(story.location?.split(", "));
  return names.filter((name, i) => {
    const isNew = i === 0 || !said.has(name);
    said.add(name);
    return isNew;
  });
}

/** What a country is called by its code, as the page says it, or else the browser. */
export function countryName(code: string, { words, lang }: Reader): string {
  const known = words[`country.${code}`];
  return known ?? new Intl.DisplayNames([lang], { type: "region" }).of(code) ?? code;
}

/** The names, each kept apart from the direction of its neighbours. */
export function placeLine(names: readonly string[], comma: string): Node {
  const parts = names.flatMap((name, i) => [i ? comma : null, element("bdi", {}, name)]);
  return element("span", {}, ...parts);
}

/** How well the place is known: how far from the mark it may be, and what the mark shows. */
export function knownPlace(
  events: Events,
  row: number,
  story: Partial<Story>,
  reader: Reader,
): string {
  const placement = PLACEMENTS[events.placement[row]!] ?? "unplaced";
  if (placement === "unplaced" || placement === "area")
    return withoutPoint(placement, story, reader.words);
  const { words } = reader;
  const radius = radiusOf(events.km[row]!, placement, reader);
  const mark = story.coord_basis ? markOf(story.coord_basis, words) : "";
  if (!radius || !mark) return radius || mark || words["place.point"]!;
  return words["where.both"]!.replace("{radius}", radius).replace("{mark}", () => mark);
}

/** What is known of a place that has no mark of its own. */
function withoutPoint(
  placement: "area" | "unplaced",
  { location, admin2, admin1 }: Partial<Story>,
  words: Reader["words"],
): string {
  const isNamed = Boolean(location ?? admin2);
  if (placement === "area" && admin1 && !isNamed)
    return words["where.area"]!.replace("{area}", () => admin1);
  if (placement === "unplaced" && (isNamed || admin1)) return words["where.unlocated"]!;
  return words[`place.${placement}`]!;
}

function radiusOf(km: number, placement: "point" | "ring", { words, lang }: Reader): string {
  if (!Number.isNaN(km)) {
    const key = placement === "ring" ? "place.ring" : "where.within";
    return words[key]!.replace("{km}", written(km, lang));
  }
  return placement === "ring" ? words["place.near"]! : "";
}

/** What the mark shows: a known kind of place in the reader's words, else in those of the data. */
function markOf(basis: string, words: Reader["words"]): string {
  const [, kind, more] = /^([^(]*?)\s*(\(.*)?$/s.exec(basis) ?? [];
  const known = words[`basis.${kind?.replaceAll(" ", "-") ?? ""}`];
  const shown = [known ?? kind, more].filter(Boolean).join(" ");
  return words["where.mark"]!.replace("{basis}", () => shown);
}
