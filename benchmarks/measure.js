// Measures a page from inside: each figure is said on the console as "bench NAME MILLISECONDS".
// A function of what the page's map and layer are called; mapgen's page needs no names.
async ({ map: mapName, layer: layerName }) => {
  const PAUSE_MS = 500; // so long without a long task: nothing more is coming
  const STEPS = 60; // of a drag, a frame each: half of them forth, half back
  const REST = 30; // frames after the drag is let go
  const ENOUGH_MS = 10_000; // what takes longer is not repeated

  const say = (name, value) => console.log(`bench ${name} ${value}`);
  const frame = () => new Promise(requestAnimationFrame);
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const part = (values, share) =>
    values.sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];

  /** Milliseconds from an act to the second frame after it. */
  const took = async (act) => {
    const start = performance.now();
    act();
    await frame();
    await frame();
    return performance.now() - start;
  };

  const repeated = async (times, act) => {
    const found = [];
    for (let k = 0; k < times && found.every((ms) => ms < ENOUGH_MS); k++) found.push(await act(k));
    return part(found, 0.5);
  };

  let worked = 0; // when the last long task ended
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      worked = Math.max(worked, startTime + duration);
  }).observe({ type: "longtask", buffered: true });

  const drawn = () =>
    new Promise((done) => {
      if (mapName) return void addEventListener("load", done);
      new MutationObserver(() => {
        if (document.documentElement.dataset.mapgen === "ready") done();
      }).observe(document, { subtree: true, attributeFilter: ["data-mapgen"] });
    });

  const drag = async (map) => {
    const box = map.getContainer();
    let [x, y] = [box.clientWidth / 2, box.clientHeight / 2];
    const mouse = (type, target) => {
      const where = { clientX: x, clientY: y, button: 0, buttons: 1 };
      target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...where }));
    };
    const gaps = [];
    let last = performance.now();
    const next = async () => {
      await frame();
      gaps.push(performance.now() - last);
      last = performance.now();
    };
    mouse("mousedown", box);
    await next();
    gaps.length = 0;
    for (let step = 0; step < STEPS; step++) {
      const way = step < STEPS / 2 ? 1 : -1;
      [x, y] = [x + 6 * way, y + 2 * way];
      mouse("mousemove", document);
      await next();
    }
    mouse("mouseup", document);
    for (let step = 0; step < REST; step++) await next();
    return [part(gaps, 0.95), Math.max(...gaps)];
  };

  await drawn();
  say("drawn", performance.now());
  await frame();
  await frame();
  const ready = performance.now();
  do await sleep(PAUSE_MS);
  while (performance.now() - worked < PAUSE_MS);
  say("ready", Math.max(ready, worked));

  const map = mapName ? window[mapName] : window.mapgen.map;
  const layer = mapName ? window[layerName] : Object.values(window.mapgen.layers)[0];
  if (!mapName)
    say(
      "filter",
      await repeated(7, (k) => took(() => window.mapgen.filter({ from: `${2011 + k}` }))),
    );
  if (!mapName) window.mapgen.filter();
  await sleep(PAUSE_MS);
  const [p95, longest] = await drag(map);
  say("pan", p95);
  say("longest", longest);
  await sleep(PAUSE_MS);
  say(
    "toggle",
    await repeated(3, async () => {
      const off = await took(() => map.removeLayer(layer));
      return off + (await took(() => map.addLayer(layer)));
    }),
  );
};
