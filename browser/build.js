// Bundles src/ into one script and one style sheet, and gathers the licences of what is inside.
// Usage: node build.js FOLDER
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const here = import.meta.dirname;
const folder = process.argv[2];
if (!folder) throw new Error("build.js expects the folder to write to");
await mkdir(folder, { recursive: true });

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
  target: ["es2022"],
});

const { version } = JSON.parse(
  await readFile(join(here, "node_modules/leaflet/package.json"), "utf8"),
);
const licence = await readFile(join(here, "node_modules/leaflet/LICENSE"), "utf8");
await writeFile(join(folder, "LICENSES.txt"), `Leaflet ${version}\n\n${licence.trim()}\n`);
