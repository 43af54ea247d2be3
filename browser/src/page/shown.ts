// When the reader sees what: first the page as it was read, with the poster, then the live map.

/** Fulfilled after the first picture of the screen; at once where nobody looks. */
export const shown = new Promise<void>((done) => {
  if (document.hidden) done();
  else requestAnimationFrame(() => setTimeout(done));
});

const LOOK_MS = 150;

/** Does what can wait until the live map is seen. */
export function whenReady(work: () => void): void {
  const state = document.documentElement.dataset["mapgen"];
  if (state === "ready") work();
  else if (state === undefined) setTimeout(() => whenReady(work), LOOK_MS);
}
