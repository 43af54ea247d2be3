"use strict";
// The shell round a map that is being worked on: it hears of every build and shows the newest.
// The map in the frame is the file of the build, byte for byte; everything here is text.

const part = (id) => document.getElementById(id);
const asked = decodeURIComponent(location.pathname.slice(1));
let shownBuild = 0;

function list(section, sentences) {
  section.hidden = sentences.length === 0;
  section.querySelector("ul").replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("li");
      line.textContent = sentence;
      return line;
    }),
  );
}

function links(maps, current) {
  const entries = maps.map((map) => [map.id, `/${map.id}`]);
  if (entries.length > 0) entries.push(["All maps", "/index"]);
  part("maps").replaceChildren(
    ...entries.map(([name, address]) => {
      const link = document.createElement("a");
      link.textContent = name;
      link.href = address;
      if (address === `/${current}`) link.setAttribute("aria-current", "page");
      return link;
    }),
  );
}

function show(page) {
  const frame = part("map");
  const address = `/pages/${page}`;
  const here = frame.hidden ? "" : frame.contentWindow.location.pathname;
  frame.hidden = false;
  // Loading again keeps the fragment: view, period and open event stay as they were.
  if (here.startsWith("/pages/")) frame.contentWindow.location.reload();
  else frame.src = address + location.hash;
}

function tell(news) {
  const some = news.maps.length > 0;
  const known = news.maps.some((map) => map.id === asked) || (some && asked === "index");
  const current = known ? asked : news.maps[0]?.id;
  links(news.maps, current);
  list(part("faults"), news.faults);
  part("faults").querySelector("h1").textContent = some
    ? "Not built: the map below is the last that was"
    : "Not built";
  list(part("warnings"), news.warnings);
  const warnings = news.warnings.length;
  part("warnings").querySelector("summary").textContent =
    warnings === 1 ? "1 warning" : `${warnings} warnings`;
  const failed = news.faults.length > 0;
  document.title = `${failed ? "✗ " : ""}${current ?? "mapgen serve"}`;
  part("state").textContent =
    news.build === 0 ? "Building …" : failed ? "Not built" : `Build ${news.build}`;
  const fresh = news.build !== shownBuild && !failed;
  if (current && (fresh || part("map").hidden)) show(`${current}.html`);
  shownBuild = news.build;
  document.documentElement.dataset.build = String(news.build);
}

const source = new EventSource("/news");
source.addEventListener("message", (event) => tell(JSON.parse(event.data)));
source.addEventListener("error", () => {
  part("state").textContent = "mapgen serve has stopped, or is starting again";
});
