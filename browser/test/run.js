// Bundles every *.test.ts of this folder for node and runs them with node's own test runner.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

const here = import.meta.dirname;
const out = join(here, "../build");
const tests = readdirSync(here).filter((name) => name.endsWith(".test.ts"));

rmSync(out, { recursive: true, force: true });
await build({
  bundle: true,
  entryPoints: tests.map((name) => join(here, name)),
  format: "esm",
  outdir: out,
  outExtension: { ".js": ".mjs" },
  platform: "node",
  sourcemap: "inline",
  target: "node20",
});
const files = tests.map((name) => join(out, basename(name, ".ts") + ".mjs"));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], {
  stdio: "inherit",
});
process.exit(run.status ?? 1);
