import assert from "node:assert/strict";
import test from "node:test";
import { period, said, saidPeriod, shortest } from "../src/page/dates.js";

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

test("an interval is said with both its days, and what they share once", () => {
  const text = (from: string, to: string): string => said(day(from), day(to), "interval", "en");
  assert.equal(text("2020-08-02", "2020-08-03"), "2 – 3 August 2020");
  assert.equal(text("2020-08-02", "2020-09-03"), "2 August – 3 September 2020");
  assert.equal(text("2019-08-02", "2020-08-02"), "2 August 2019 – 2 August 2020");
});

test("a day is said as the shortest date that begins or ends with it", () => {
  assert.equal(shortest(day("2015-01-01"), 0), "2015");
  assert.equal(shortest(day("2015-06-01"), 0), "2015-06");
  assert.equal(shortest(day("2015-01-01"), 1), "2015-01-01");
  assert.equal(shortest(day("2020-02-29"), 1), "2020-02");
});

test("a period is said as short as its ends allow", () => {
  const text = (from: string, to: string): string => saidPeriod(day(from), day(to), "en");
  assert.equal(text("2015-01-01", "2018-12-31"), "2015 – 2018");
  assert.equal(text("2015-06-01", "2015-06-30"), "Jun 2015");
  assert.equal(text("2015-06-02", "2015-06-30"), "2 – 30 Jun 2015");
});

test("a year before 100 is that year", () => {
  assert.deepEqual(period("0050"), [-701265, -700901]);
});
