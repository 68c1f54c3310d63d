// Many tasks at once: Shift with a tick, or the key X, ticks everything from the last tick to this one.
const list = document.querySelector(".bulk");

if (list) {
  const ticks = [...list.querySelectorAll("[name='case']")];
  const whole = list.querySelector("[name='all']");
  let last = null;

  const tickUntil = (tick) => {
    const [from, to] = [ticks.indexOf(last ?? tick), ticks.indexOf(tick)].sort((a, b) => a - b);
    for (const each of ticks.slice(from, to + 1)) each.checked = true;
    last = tick;
  };

  for (const tick of ticks) {
    tick.addEventListener("click", (event) => {
      if (event.shiftKey) tickUntil(tick);
      last = tick;
    });
  }

  document.addEventListener("keydown", (event) => {
    const keys = document.getElementById("keys");
    if (event.key !== "X" || !keys || !("single" in keys.dataset) || keys.open) return;
    const tick = document.activeElement.closest("[data-row]")?.querySelector("[name='case']");
    if (tick) tickUntil(tick);
  });

  whole.addEventListener("change", () => {
    for (const each of ticks) each.checked = whole.checked;
  });
}
