// Light or dark: by the page's data-theme where an embedder sets it, else by the reader's setting;
// both at once when they change. Paper is light.

/** Returns what makes the page light as long as it is printed. */
export function followTheme(redraw: () => void): (printed: boolean) => void {
  const root = document.documentElement;
  const reader = matchMedia("(prefers-color-scheme: dark)");
  let [wish, printed] = [root.dataset["theme"], false];
  const apply = (): void => {
    const wished = wish === "dark" || wish === "light" ? wish : null;
    const dark = !printed && (wished ? wished === "dark" : reader.matches);
    // Light is the absence of dark: to say it would make the browser style the whole page anew.
    const theme = dark ? "dark" : wished && "light";
    if (theme !== (root.dataset["theme"] ?? null)) {
      if (theme) root.dataset["theme"] = theme;
      else delete root.dataset["theme"];
    }
    // What was written here is no wish of the embedder's.
    embedder.takeRecords();
    redraw();
  };
  const embedder = new MutationObserver(() => {
    wish = root.dataset["theme"];
    apply();
  });
  embedder.observe(root, { attributeFilter: ["data-theme"] });
  reader.addEventListener("change", apply);
  apply();
  return (now) => {
    printed = now;
    apply();
  };
}
