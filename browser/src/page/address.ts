// Keeps the address in step: written as the reader goes, read when the page opens and on "back".
import { readLink, writeLink, type State } from "./link.js";

/** Browsers allow about a hundred changes in half a minute. */
const REST_MS = 400;

/** Where the state is at home. */
export interface Stated {
  /** What the reader has changed; the open event is the address's own knowledge. */
  state(): State;
  take(state: State): void;
}

export class Address {
  /** The fragment that stands for what is shown. */
  #told = "";
  /** Id of the open event. */
  #event: string | undefined;
  #waits = false;

  constructor(private readonly page: Stated) {
    this.#read();
    window.addEventListener("hashchange", () => this.#read());
  }

  /** Takes note that something has changed. */
  changed(): void {
    if (this.#waits) return;
    this.#waits = true;
    setTimeout(() => {
      this.#waits = false;
      this.#write("replaceState");
    }, REST_MS);
  }

  /** An event that opens or closes is a step that "back" takes back. */
  opened(event: string | undefined): void {
    if (event === this.#event) return;
    this.#event = event;
    this.#write("pushState");
  }

  #read(): void {
    const state = readLink(location.hash);
    if (!state || location.hash === this.#told) return;
    this.#event = state.event;
    this.page.take(state);
    this.#told = this.#text();
  }

  #text(): string {
    return writeLink({ ...this.page.state(), event: this.#event });
  }

  #write(how: "replaceState" | "pushState"): void {
    const text = this.#text();
    if (text === this.#told) return;
    this.#told = text;
    try {
      history[how](null, "", location.href.replace(/#.*/s, "") + text);
    } catch {
      // Some frames have no address of their own; the map does without.
    }
  }
}
