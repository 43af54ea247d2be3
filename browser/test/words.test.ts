import assert from "node:assert/strict";
import test from "node:test";
import { unpack } from "../src/layers/unpack.js";
import { Words } from "../src/layers/words.js";
import type { EventType } from "../src/page/spec.js";
import { block, fixture, NAMES } from "./packed-events.js";

const types = ["Attack", "Raid", "Talks"].map((label): EventType => ({
  id: label,
  label,
  color: "#000",
  symbol: "circle",
  count: 1,
}));

interface Shelf {
  readonly words: Words;
  /** Ends of the ids of the blocks that were read. */
  readonly read: string[];
}

/** The words of a fixture, and what is read of them; a damaged block has lost its first bytes. */
function shelf(name: string, damaged = false): Shelf {
  const read: string[] = [];
  const words = new Words({ id: "events", types }, unpack(block(name)), (id) => {
    const end = id.replace("mapgen-events", "");
    read.push(end);
    return Promise.resolve(block(name, end).fill(0, 0, damaged ? 4 : 0));
  });
  return { words, read };
}

for (const name of NAMES) {
  const { stories, type } = fixture(name);

  test(`the stories of "${name}" are as Python packed them`, async () => {
    const { words } = shelf(name);
    const found = await Promise.all(stories.map((_, row) => words.story(row)));
    const ids = stories.map(({ id }) => ({ id }));
    const labels = (type as number[]).map((number) => ({ title: types[number]!.label }));
    assert.deepEqual(
      found.map((story, row) => ({ ...story, ...ids[row] })),
      stories.map((story, row) => ({ ...labels[row], ...story })),
    );
  });

  test(`the ids of "${name}" are as Python packed them`, async () => {
    const { words } = shelf(name);
    const found = await Promise.all(stories.map((_, row) => words.idOf(row)));
    assert.deepEqual(
      found,
      stories.map(({ id }) => id),
    );
  });

  test(`every event of "${name}" is found by its id`, async () => {
    const { words } = shelf(name);
    const found = await Promise.all(stories.map(({ id }) => words.find(id)));
    assert.deepEqual(
      found,
      stories.map((_, row) => row),
    );
  });

  test(`nobody in "${name}" has the id of another`, async () => {
    const { words } = shelf(name);
    for (const id of ["", "0", "01", "1e0", "nobody", "999999"])
      assert.equal(await words.find(id), null);
  });
}

test("a block of words is read once, when it is asked for", async () => {
  const { words, read } = shelf("everything");
  assert.equal(words.title(5), undefined);
  await words.story(5);
  await words.story(6);
  assert.deepEqual(read, ["-words-1"]);
});

test("a title is known as soon as its block is read", async () => {
  const { words } = shelf("everything");
  await words.story(5);
  assert.equal(words.title(6), "In the province, in another month");
});

test("a title that is missing is the label of the type", async () => {
  const { words } = shelf("everything");
  await words.story(8);
  assert.equal(words.title(8), "Attack");
});

test("words of one block are read before anybody asks", async () => {
  const { words, read } = shelf("places");
  await words.load();
  assert.deepEqual(read, ["-words-0"]);
});

test("words of many blocks wait until somebody asks", async () => {
  const { words, read } = shelf("everything");
  await words.load();
  assert.deepEqual(read, []);
});

test("the chapters hold the words of every event", async () => {
  const { words } = shelf("everything");
  const titles = [];
  for await (const { texts } of words.chapters()) titles.push(...texts.get("title")!);
  assert.deepEqual(
    titles,
    fixture("everything").stories.map(({ title }) => title ?? ""),
  );
});

test("damaged words do not keep the page from loading", async () => {
  const { words } = shelf("places", true);
  await words.load();
  assert.equal(words.title(0), undefined);
});

test("damaged words are told to those who read them", async () => {
  const { words } = shelf("everything", true);
  await assert.rejects(words.story(0), /The events of this page are damaged/);
});

test("words of other events are refused", async () => {
  const events = unpack(block("everything"));
  const words = new Words({ id: "events", types }, events, () =>
    Promise.resolve(block("everything", "-words-2")),
  );
  await assert.rejects(words.story(0), /the words of 4 events/);
});
