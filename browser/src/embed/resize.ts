// For the article: gives each frame of a map the height that the map asks for, and lets buttons of
// the article drive it. Only the frame itself is heard, and only from its own origin.

/** What a sandboxed frame says of its origin, and what can reach it. */
const NO_ORIGIN = "null";

function originOf(frame: HTMLIFrameElement): string {
  const { length } = frame.sandbox;
  if (length && !frame.sandbox.contains("allow-same-origin")) return NO_ORIGIN;
  return new URL(frame.src, document.baseURI).origin;
}

function send(name: string, order: unknown): boolean {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[name="${name}"]`);
  if (!frame || !order) return false;
  const origin = originOf(frame);
  frame.contentWindow!.postMessage({ mapgen: order }, origin === NO_ORIGIN ? "*" : origin);
  frame.scrollIntoView({ block: "nearest" });
  return true;
}

addEventListener(
  "message",
  ({ source, origin, data }: MessageEvent<Record<string, unknown> | null>) => {
    const height = data?.["type"] === "embed-size" ? Number(data["height"]) : 0;
    if (!(height > 99 && height < 2000)) return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-mapgen]"))
      if (frame.contentWindow === source && originOf(frame) === origin)
        frame.style.height = `${height}px`;
  },
);

addEventListener("click", (event) => {
  const { target, hash, dataset } =
    (event.target as Element).closest<HTMLAnchorElement>("[data-mapgen-order],a[target]") ??
    ({ dataset: {} } as HTMLAnchorElement);
  const { mapgenMap, mapgenOrder } = dataset;
  // On a disk a browser lets no link into another file's frame: there it goes as a message.
  const sent = mapgenOrder
    ? send(mapgenMap!, JSON.parse(mapgenOrder))
    : location.protocol === "file:" && hash && send(target, { go: hash });
  if (sent) event.preventDefault();
});
