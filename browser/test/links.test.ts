import assert from "node:assert/strict";
import test from "node:test";
import { safeLink } from "../src/page/links.js";

test("http and https are links", () => {
  assert.equal(safeLink("https://example.org/a?b=1"), "https://example.org/a?b=1");
  assert.equal(safeLink("http://example.org/"), "http://example.org/");
});

for (const address of [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//example.org",
  "not a link",
  "",
])
  test(`${JSON.stringify(address)} is no link`, () => {
    assert.equal(safeLink(address), null);
  });
