import { createRequire } from "node:module";

// The tools have a package.json of their own, so that the wheel need not install them.
const tool = createRequire(new URL("tools/package.json", import.meta.url));
const js = tool("@eslint/js");
const tseslint = tool("typescript-eslint");

const SINKS = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"];

export default tseslint.config(
  { ignores: ["**/*.js", "**/*.d.ts", "build/"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: "./tools/tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      complexity: ["error", 10],
      "max-lines": ["error", { max: 200, skipComments: true, skipBlankLines: true }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error", ...SINKS.map((property) => ({ property }))],
      "no-restricted-globals": ["error", "fetch", "Worker", "XMLHttpRequest"],
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: "test" }] },
      ],
      // What the page itself wrote is there; the tests hold that it is.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Numbers in loops and short arrow bodies read better without braces.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
);
