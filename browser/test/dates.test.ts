import assert from "node:assert/strict";
import test from "node:test";
import { period, said } from "../src/page/dates.js";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test("a day covers itself", () => {
  assert.deepEqual(period("2021-08-26"), [day("2021-08-26"), day("2021-08-26")]);
});

test("a month covers its days, in a leap year too", () => {
  assert.deepEqual(period("2020-02"), [day("2020-02-01"), day("2020-02-29")]);
});

test("a year covers its days", () => {
  assert.deepEqual(period("2015"), [day("2015-01-01"), day("2015-12-31")]);
});

test("words are no date", () => {
  assert.equal(period("soon"), null);
});

test("a month is said without a day", () => {
  assert.equal(said(day("2015-06-01"), day("2015-06-30"), "month", "en"), "June 2015");
});

test("an interval is said with both its days", () => {
  // Which spaces stand round the dash is the business of the browser's own tables.
  const text = said(day("2020-08-02"), day("2020-08-03"), "interval", "en");
  assert.equal(text.replace(/\s/g, ""), "2–3August2020");
});
