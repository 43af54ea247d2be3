// How a name is lettered at a zoom: font, capitals, lines and the room it takes.
import { at, LETTERING } from "./basemap-style.js";
import type { Label } from "./basemap-unpack.js";
import type { Widths } from "./labels-width.js";

const FONTS = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", Arial, sans-serif';
/** Scripts whose letters join: neither spaced nor slanted, and taller. */
const JOINED = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
/** A name of an area is broken into lines when it is wider than this many times its size. */
const LINE_EM = 9;
const LEADING = 1.15;
const HAIR_SPACE = "\u200a";

export interface Text {
  readonly lines: readonly string[];
  readonly font: string;
  /** Between letters, in pixels. */
  readonly spacing: number;
  readonly leading: number;
  readonly width: number;
  readonly height: number;
}

export function letter(
  pen: CanvasRenderingContext2D,
  label: Label,
  zoom: number,
  widths: Widths,
): Text {
  const style = LETTERING[label.kind];
  const size = Math.round(at(style.size, zoom) * 2) / 2;
  const joined = JOINED.test(label.name);
  const spacing = joined ? 0 : (style.spacing ?? 0) * size;
  const face = `${style.italic && !joined ? "italic " : ""}${style.weight}`;
  const name = style.upper && !joined ? label.name.toUpperCase() : label.name;
  const measure = (line: string): number =>
    size * widths.of(line, face, joined) + spacing * Array.from(line).length;
  const lines = style.dot ? [name] : broken(name, LINE_EM * size, measure);
  const leading = size * LEADING;
  return {
    lines: lines.map((line) => spaced(pen, line, spacing)),
    font: fontOf(face, size),
    spacing,
    leading,
    width: Math.max(...lines.map(measure)),
    height: leading * lines.length,
  };
}

/** What the canvas calls a style of lettering at a size in pixels. */
export function fontOf(style: string, size: number): string {
  return `${style} ${size}px ${FONTS}`;
}

export function setFont(
  pen: CanvasRenderingContext2D,
  { font, spacing }: Pick<Text, "font" | "spacing">,
): void {
  pen.font = font;
  if ("letterSpacing" in pen) pen.letterSpacing = `${spacing}px`;
}

/** Where the canvas cannot space letters, hair spaces stand between them. */
function spaced(pen: CanvasRenderingContext2D, text: string, spacing: number): string {
  return spacing === 0 || "letterSpacing" in pen ? text : Array.from(text).join(HAIR_SPACE);
}

/** The words on as few lines as are needed for none to be wider than the limit, evenly filled. */
export function broken(
  name: string,
  limit: number,
  measure: (line: string) => number,
): readonly string[] {
  const words = name.split(" ");
  const whole = measure(name);
  const count = Math.min(words.length, Math.ceil(whole / limit));
  const fair = whole / count;
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    const full = line !== "" && lines.length < count - 1;
    // A word goes to the next line when it would stick out farther than the line now falls short.
    if (full && measure(longer) - fair > fair - measure(line)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
