import assert from "node:assert/strict";
import test from "node:test";
import en from "../../src/mapgen/page/words/en.json" with { type: "json" };
import fa from "../../src/mapgen/page/words/fa.json" with { type: "json" };
import ps from "../../src/mapgen/page/words/ps.json" with { type: "json" };
import { readWhen, sayDate, sayWhen } from "../src/card/when.js";
import { learn, type Words } from "../src/page/language.js";

const said = (text: string, lang = "en", words: Words = en): string =>
  sayWhen(readWhen(text)!, { words, lang });

const PHRASES = {
  "2021-08-26": "on 26 August 2021",
  "2015-06": "in June 2015",
  "2014": "in 2014",
  "2014~": "about 2014",
  "2015-06~": "about June 2015",
  "2014-02?": "in February 2014, not certain",
  "2014%": "about 2014, not certain",
  "2020-08-02/2020-08-03": "between 2 and 3 August 2020",
  "2020-08-30/2020-09-02": "between 30 August and 2 September 2020",
  "2019-12-30/2020-01-02": "between 30 December 2019 and 2 January 2020",
  "2015-06/2016-02": "between June 2015 and February 2016",
  "2015/2017": "between 2015 and 2017",
  "2020-02-01/2020-02-29": "in February 2020",
  "2015-01-26/..": "from 26 January 2015 on",
  "../2015-03": "until March 2015",
  "2015~/..": "roughly from 2015 on",
  "0800~/1000~": "roughly between 800 and 1000",
};

for (const [date, phrase] of Object.entries(PHRASES))
  test(`${date} is said ${phrase}`, () => {
    assert.equal(said(date).replace(/\s/g, " "), phrase);
  });

test("words are no date", () => {
  assert.equal(readWhen("in the spring"), null);
  assert.equal(readWhen("2015/spring"), null);
  assert.equal(readWhen("../.."), null);
});

test("what both ends of a period share is said once in another language", () => {
  learn("fa", fa);
  assert.equal(said("2020-08-02/2020-08-03", "fa", fa), "بین ۲ و ۳ اوت ۲۰۲۰");
});

test("a language that says the year first says it with the first end", () => {
  learn("ps", ps);
  assert.equal(said("2020-08-02/2020-08-03", "ps", ps), "د ۲۰۲۰ اګست ۲ او ۳ تر منځ");
  assert.equal(said("2020-08-30/2020-09-02", "ps", ps), "د ۲۰۲۰ اګست ۳۰ او سېپتمبر ۲ تر منځ");
});

test("the date of a source is said as precisely as it is written", () => {
  assert.equal(sayDate("2015-06-16", "en"), "16 June 2015");
  assert.equal(sayDate("2024-06", "en"), "June 2024");
  assert.equal(sayDate("2019", "en"), "2019");
});

test("a date of a source that is none stands as it is", () => {
  assert.equal(sayDate("Spring 2019", "en"), "Spring 2019");
});
