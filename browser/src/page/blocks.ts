// The data blocks of the page: inert script elements that hold raw-deflated bytes as base64.
// No fetch and no worker: neither works from file:// under the page's own policy.

type WithFromBase64 = Uint8ArrayConstructor & {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
};

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as WithFromBase64).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** The bytes of the block with this id, inflated. Rejects when the block is missing or damaged. */
export async function readBlock(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The data block ${id} is missing from this page.`);
  const inflating = new DecompressionStream("deflate-raw");
  // Written by hand: a stream from a Blob asks the browser's main process for its bytes.
  const writer = inflating.writable.getWriter();
  const [inflated] = await Promise.all([
    new Response(inflating.readable).arrayBuffer(),
    writer.write(fromBase64(element.textContent.trim())),
    writer.close(),
  ]);
  return new Uint8Array(inflated);
}

export async function readJson<T>(id: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await readBlock(id))) as T;
}
