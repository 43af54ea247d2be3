// Bundles src/ into one script and one style sheet, and gathers the licences of what is inside.
// Usage: node build.js FOLDER
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const here = import.meta.dirname;
const folder = process.argv[2];
if (!folder) throw new Error("build.js expects the folder to write to");
await mkdir(folder, { recursive: true });

// Leaflet's ways of drawing that no browser of ours takes: VML was Internet Explorer's, and its
// canvas has no shapes that a keyboard could reach.
const UNUSED = /\/(SVG\.VML|Canvas)(\.js)?$/;
const leaveOut = {
  name: "leave-out",
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: "left-out" }));
    build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "export const vmlMixin = {}, vmlCreate = null, canvas = () => null;",
    }));
  },
};

await build({
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  entryPoints: { mapgen: "src/index.ts", style: "src/style/index.css" },
  format: "iife",
  legalComments: "none",
  loader: { ".svg": "dataurl" },
  logLevel: "warning",
  minify: true,
  outdir: folder,
  plugins: [leaveOut],
  target: ["es2022"],
});

const { version } = JSON.parse(
  await readFile(join(here, "node_modules/leaflet/package.json"), "utf8"),
);
const licence = await readFile(join(here, "node_modules/leaflet/LICENSE"), "utf8");
await writeFile(join(folder, "LICENSES.txt"), `Leaflet ${version}\n\n${licence.trim()}\n`);
