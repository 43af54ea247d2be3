import assert from "node:assert/strict";
import test from "node:test";
import written from "../../tests/fixtures/language/written.json" with { type: "json" };
import ar from "../../src/mapgen/page/words/ar.json" with { type: "json" };
import en from "../../src/mapgen/page/words/en.json" with { type: "json" };
import fa from "../../src/mapgen/page/words/fa.json" with { type: "json" };
import ps from "../../src/mapgen/page/words/ps.json" with { type: "json" };
import ur from "../../src/mapgen/page/words/ur.json" with { type: "json" };
import { said, saidPeriod, tick, type Precision } from "../src/page/dates.js";
import * as language from "../src/page/language.js";

const WORDS: Readonly<Record<string, language.Words>> = { ar, en, fa, ps, ur };
/** As CLDR knows them; English is that of Britain, and Arabic is written in either digits. */
const TAGS: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn" };
const OPEN = 2 ** 31 - 1;
const DAY_MS = 86_400_000;

for (const [lang, words] of Object.entries(WORDS)) if (lang !== "en") language.learn(lang, words);

interface Written {
  readonly dates: readonly (readonly [number | null, number | null, string, string])[];
  readonly numbers: readonly (readonly [number, string])[];
  readonly counted: readonly (readonly [number, string])[];
}

for (const [lang, found] of Object.entries(written as unknown as Record<string, Written>)) {
  test(`dates are said in ${lang} as the page's list says them`, () => {
    for (const [start, end, precision, text] of found.dates)
      assert.equal(said(start ?? -OPEN, end ?? OPEN, precision as Precision, lang), text);
  });

  test(`numbers are written in ${lang} as the page's list writes them`, () => {
    for (const [n, text] of found.numbers) assert.equal(language.written(n, lang), text);
  });

  test(`events are counted in ${lang} as the page's list counts them`, () => {
    for (const [n, text] of found.counted)
      assert.equal(language.counted(WORDS[lang]!, "events", n, lang), text);
  });

  test(`numbers are written in ${lang} as Intl writes them`, () => {
    const intl = new Intl.NumberFormat(TAGS[lang] ?? lang);
    for (const n of [0, 7, 1234, 98765, 1234567, 2.5, 1234.125])
      assert.equal(language.written(n, lang), intl.format(n));
  });

  test(`every month is said in ${lang} as Intl says it`, () => {
    const options = { ...GREGORIAN, year: "numeric", month: "long" } as const;
    const intl = new Intl.DateTimeFormat(TAGS[lang] ?? lang, options);
    for (let month = 0; month < 12; month++) {
      const day = Date.UTC(2020, month, 9);
      assert.equal(said(day / DAY_MS, day / DAY_MS, "month", lang), intl.format(day));
    }
  });

  test(`a day is said in ${lang} as Intl says it`, () => {
    const options = { ...GREGORIAN, year: "numeric", month: "long", day: "numeric" } as const;
    const day = Date.UTC(2018, 8, 26);
    const text = new Intl.DateTimeFormat(TAGS[lang] ?? lang, options).format(day);
    assert.equal(said(day / DAY_MS, day / DAY_MS, "day", lang), text);
  });
}

const GREGORIAN = { calendar: "gregory", timeZone: "UTC" } as const;

test("what the script knows of English is what the file of English says", () => {
  const file = en as language.Words;
  assert.deepEqual(
    language.ENGLISH,
    Object.fromEntries(Object.keys(language.ENGLISH).map((key) => [key, file[key]])),
  );
});

test("a language that nobody taught is written as English", () => {
  assert.equal(language.written(1234, "tlh"), "1,234");
});

test("a day of a month stands on an axis in the order of the language", () => {
  const day = Date.UTC(2015, 5, 3) / DAY_MS;
  assert.deepEqual(
    ["en", "fa", "ps"].map((lang) => tick(day, "day", lang)),
    ["3 Jun", "۳ ژوئن", "جون ۳"],
  );
});

test("months of one year say the year once", () => {
  const [from, to] = [Date.UTC(2015, 5, 1) / DAY_MS, Date.UTC(2015, 8, 30) / DAY_MS];
  assert.equal(saidPeriod(from, to, "en"), "Jun – Sep 2015");
  assert.equal(saidPeriod(from, to, "ps"), "۲۰۱۵ جون – سېپتمبر");
});
