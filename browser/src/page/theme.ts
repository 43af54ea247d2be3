// Light or dark: by the page's data-theme where an embedder sets it, else by the reader's setting.

export function followTheme(redraw: () => void): void {
  const root = document.documentElement;
  const asked = root.dataset["theme"];
  if (asked === "light" || asked === "dark") return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    root.dataset["theme"] = dark.matches ? "dark" : "light";
    redraw();
  };
  dark.addEventListener("change", apply);
  apply();
}
