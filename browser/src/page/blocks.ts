// The data blocks of the page: inert script elements that hold raw-deflated bytes as base64.
// No fetch and no worker: neither works from file:// under the page's own policy.

type WithFromBase64 = Uint8ArrayConstructor & {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
};

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as WithFromBase64).fromBase64;
  if (native) return native.call(Uint8Array, text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** The bytes of the block with this id, inflated. Rejects when the block is missing or damaged. */
export async function readBlock(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The data block ${id} is missing from this page.`);
  const packed = new Blob([fromBase64(element.textContent.trim())]);
  const inflated = packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

export async function readJson<T>(id: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await readBlock(id))) as T;
}
