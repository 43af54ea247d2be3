// Light or dark: by the page's data-theme where an embedder sets it, else by the reader's setting.

export function followTheme(redraw: () => void): void {
  const { dataset } = document.documentElement;
  if (dataset["theme"] === "light" || dataset["theme"] === "dark") return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    // Light is the absence of dark: to say it would make the browser style the whole page anew.
    if (dark.matches) dataset["theme"] = "dark";
    else delete dataset["theme"];
    redraw();
  };
  dark.addEventListener("change", apply);
  apply();
}
