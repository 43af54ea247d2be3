// How a language writes numbers, counts and dates: by tables of its own words, not by Intl.
//
// Browsers differ in what they know: Chromium has no Pashto, which its Intl would write in the
// language of the machine, and which digits Arabic is written in goes by the browser's age. What
// stands in the page's own list has to read the same as what the script writes beside it. And the
// first answer of Intl takes 35 ms. The tables are those of CLDR, and held against Intl by tests.

export type Words = Readonly<Record<string, string>>;

const MONTHS =
  "January February March April May June July August September October November December";

/** What a page in English does not carry. */
export const ENGLISH: Words = {
  "plural.one": "n = 1",
  "number.digits": "0123456789",
  "number.group": ",",
  "number.point": ".",
  "date.day": "{day} {month} {year}",
  "date.of": "{day} {month}",
  "date.month": "{month} {year}",
  "date.span": "{from} – {to}",
  ...Object.fromEntries(
    MONTHS.split(" ").flatMap((name, i) => [
      [`month.${i + 1}`, name],
      [`month.short.${i + 1}`, name.slice(0, 3)],
    ]),
  ),
};

interface Manner {
  readonly words: Words;
  /** Names of plural forms, each with its rule. */
  readonly forms: readonly (readonly [string, string])[];
}

function mannerOf(words: Words): Manner {
  const forms = Object.entries(words).flatMap(([key, rule]) =>
    key.startsWith("plural.") ? [[key.slice("plural.".length), rule] as const] : [],
  );
  return { words, forms };
}

/** As with Intl, a language is known by its code, wherever something is written in it. */
const KNOWN = new Map([["en", mannerOf(ENGLISH)]]);

/** Makes a language known by its words. */
export function learn(lang: string, words: Words): void {
  KNOWN.set(lang, mannerOf(words));
}

/** How a language writes; one that is not known is written as English. */
function manner(lang: string): Manner {
  return KNOWN.get(lang) ?? KNOWN.get("en")!;
}

/** A word of a language that says how it writes, such as the name of a month. */
export function mannerWord(lang: string, key: string): string {
  return manner(lang).words[key]!;
}

/** A pattern of a language with its gaps filled. */
export function filled(lang: string, key: string, gaps: Words): string {
  return mannerWord(lang, key).replace(/\{(\w+)\}/g, (_, gap: string) => gaps[gap]!);
}

/** A text with the digits of a language. */
export function inDigits(text: string, lang: string): string {
  const digits = mannerWord(lang, "number.digits");
  return digits[0] === "0" ? text : text.replace(/\d/g, (digit) => digits[Number(digit)]!);
}

/** A number, to three places after the point, in a language's way. */
export function written(n: number, lang: string): string {
  const [whole, part] = String(Number(n.toFixed(3))).split(".") as [string, string?];
  const { "number.group": group, "number.point": point } = manner(lang).words;
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group!);
  return inDigits(part ? text + point! + part : text, lang);
}

/** The name of the plural form in which a language counts a number. */
export function form(n: number, lang: string): string {
  return manner(lang).forms.find(([, rule]) => holds(rule, n))?.[0] ?? "other";
}

/** Whether a rule in the notation of CLDR, such as "n % 100 = 3..10", is true of a whole number. */
function holds(rule: string, n: number): boolean {
  return rule.split(" or ").some((terms) => terms.split(" and ").every((one) => isTrue(one, n)));
}

function isTrue(relation: string, n: number): boolean {
  const [left, right] = relation.split(/ !?= /) as [string, string];
  const rest = left === "n" ? n : n % Number(left.slice("n % ".length));
  const within = right.split(",").some((range) => {
    const [low, high = low] = range.split("..").map(Number) as [number, number?];
    return rest >= low && rest <= high;
  });
  return within !== relation.includes("!=");
}

/** The phrase for a number in its plural form, with {n} filled in. */
export function counted(words: Words, key: string, n: number, lang: string): string {
  const phrase = words[`${key}.${form(n, lang)}`] ?? words[`${key}.other`]!;
  return phrase.replace("{n}", written(n, lang));
}
