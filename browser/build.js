// Bundles src/ into one script and one style sheet, lays the letters of pictures beside them, and
// gathers the licences of what is inside.
// Usage: node build.js FOLDER
import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const here = import.meta.dirname;
const folder = process.argv[2];
if (!folder) throw new Error("build.js expects the folder to write to");
await mkdir(folder, { recursive: true });

// What our maps never do: VML was Internet Explorer's, Leaflet's canvas has no shapes that a keyboard
// could reach, and no marker is dragged.
const UNUSED = /\/(SVG\.VML|Canvas|Marker\.Drag)(\.js)?$/;
const leaveOut = {
  name: "leave-out",
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: "left-out" }));
    build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents:
        "export const vmlMixin = {}, vmlCreate = null, canvas = () => null, MarkerDrag = null;",
    }));
  },
};

await build({
  absWorkingDir: here,
  bundle: true,
  entryPoints: { mapgen: "src/index.ts", style: "src/style/index.css" },
  format: "iife",
  legalComments: "none",
  logLevel: "warning",
  // Leaflet's private names, which nothing outside the bundle uses; a twelfth of its size. It finds
  // what begins with _leaflet by text, and the others are exports of its module LineUtil.
  mangleProps: /^_/,
  reserveProps: /^_(leaflet|getEdgeIntersection|getBitCode|sqClosestPointOnSegment|flat)/,
  minify: true,
  outdir: folder,
  plugins: [leaveOut],
  target: ["es2022"],
});

// What articles may paste: plain, small, apart from the pages' own script.
await build({
  absWorkingDir: here,
  bundle: true,
  entryPoints: { embed: "src/embed/resize.ts" },
  format: "iife",
  logLevel: "warning",
  minify: true,
  outdir: folder,
  target: ["es2020"],
});

const { version } = JSON.parse(
  await readFile(join(here, "node_modules/leaflet/package.json"), "utf8"),
);
const licence = await readFile(join(here, "node_modules/leaflet/LICENSE"), "utf8");
await writeFile(join(folder, "LICENSES.txt"), `Leaflet ${version}\n\n${licence.trim()}\n`);

// The letters of pictures, unchanged, as their licence asks of a font of that name.
const FONTS = {
  "source-sans-3": ["400Regular", "400Regular_Italic", "600SemiBold"],
  vazirmatn: ["400Regular", "600SemiBold"],
};
const FAMILY = { "source-sans-3": "SourceSans3", vazirmatn: "Vazirmatn" };
const fonts = join(folder, "fonts");
await mkdir(fonts, { recursive: true });
const licences = [];
for (const [name, styles] of Object.entries(FONTS)) {
  const source = join(here, "node_modules/@expo-google-fonts", name);
  for (const style of styles) {
    const file = `${FAMILY[name]}_${style}.ttf`;
    await copyFile(join(source, style, file), join(fonts, file));
  }
  licences.push((await readFile(join(source, "LICENSE_FONT"), "utf8")).trim());
}
await writeFile(join(fonts, "LICENSES.txt"), `${licences.join("\n\n")}\n`);
