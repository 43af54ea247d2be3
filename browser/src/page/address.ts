// Keeps the address in step: written as the reader goes, read when the page opens and on "back".
import { readLink, writeLink, type State } from "./link.js";

/** A change is finished when nothing follows it for so long: longer than a beat of Play. */
const REST_MS = 700;

/** Where the state is at home. */
export interface Stated {
  /** What the reader has changed; the open event is the address's own knowledge. */
  state(): State;
  take(state: State): void;
}

export class Address {
  /** The fragment that stands for what is shown. */
  #told = "";
  /** The part of it that is chosen: layers, types and period, without view and event. */
  #chosen = "";
  /** Id of the open event. */
  #event: string | undefined;
  #rest = 0;

  constructor(private readonly page: Stated) {
    this.go(here());
    window.addEventListener("hashchange", () => this.go(here()));
  }

  /**
   * Takes note that something has changed. When it has come to rest, other layers, types or
   * another period are a step that "back" takes back; another view is none.
   */
  changed(): void {
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#write(this.#choice() === this.#chosen ? "replaceState" : "pushState");
    }, REST_MS);
  }

  /** Takes what is chosen now for no step of the reader's. */
  accept(): void {
    this.#chosen = this.#choice();
  }

  /** An event that opens or closes is a step that "back" takes back. */
  opened(event: string | undefined): void {
    if (event === this.#event) return;
    this.#event = event;
    this.#write("pushState");
  }

  /** Brings the page to what a fragment says, the page's own or one that came from an article. */
  go(hash: string): void {
    const state = readLink(hash);
    if (!state || hash === this.#told) return;
    this.#event = state.event;
    this.page.take(state);
    this.#told = this.#text();
    this.accept();
  }

  #text(): string {
    return writeLink({ ...this.page.state(), event: this.#event });
  }

  #choice(): string {
    return writeLink({ ...this.page.state(), view: undefined });
  }

  #write(how: "replaceState" | "pushState"): void {
    this.accept();
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

/** The fragment of the page; none where a frame keeps its address to itself. */
function here(): string {
  try {
    return location.hash;
  } catch {
    return "";
  }
}
