// When the reader sees what: first the page as it was read, with the poster, then the live map.

/** Fulfilled after the first picture of the screen; at once where nobody looks. */
export const shown = new Promise<void>((done) => {
  if (document.hidden) done();
  else requestAnimationFrame(() => setTimeout(done));
});

let seen: () => void = () => undefined;
const live = new Promise<void>((done) => (seen = done));

/** To be called when everything that is shown at the start is drawn. */
export function goLive(): void {
  document.documentElement.dataset["mapgen"] = "ready";
  requestAnimationFrame(() => setTimeout(seen));
}

/** Does what can wait until the live map is seen. */
export function whenLive(work: () => void): void {
  void live.then(() => setTimeout(work));
}
