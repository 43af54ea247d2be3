// Tries a page of mapgen: each switch of the legend off and on, then one event of the list.
async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const switches = [...document.querySelectorAll("input[data-layer]")];
  for (const one of switches) {
    one.click();
    await drawn();
    one.click();
    await drawn();
  }
  const event = document.querySelector(".mg-twin th a");
  event?.click();
  await drawn();
  return { switches: switches.length, events: event ? 1 : 0 };
};
