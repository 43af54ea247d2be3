// When the reader sees what: first the page as it was read, with the poster, then the live map.

/** Longer than the first picture takes where one comes. */
const PATIENCE_MS = 1000;

/**
 * Fulfilled after the first picture of the screen; at once where nobody looks, and soon where none
 * comes, as in a frame below what is seen of an article.
 */
export const shown = new Promise<void>((done) => {
  if (document.hidden) done();
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, PATIENCE_MS);
});

let seen: () => void = () => undefined;
const live = new Promise<void>((done) => (seen = done));

/** To be called when everything that is shown at the start is drawn. */
export function goLive(): void {
  document.documentElement.dataset["mapgen"] = "ready";
  requestAnimationFrame(() => setTimeout(seen));
}

/** Does what need not be there before the live map is seen. */
export function whenLive(work: () => void): void {
  void live.then(() => setTimeout(work));
}

/** A reader who moves the map at once is not kept waiting by what is for later. */
const REST_MS = 1000;

let resting = live.then(() => new Promise<void>((done) => setTimeout(done, REST_MS)));

/** Does what nobody misses at first, a while after the live map is seen and one after the other. */
export function whenResting(work: () => void | Promise<void>): void {
  resting = resting.then(idle).then(work).catch(console.error);
}

function idle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in globalThis)
      requestIdleCallback(() => done(), { timeout: REST_MS });
    else setTimeout(done);
  });
}
