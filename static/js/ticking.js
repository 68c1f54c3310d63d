// Many tasks at once: Shift with a tick, or the key X, ticks everything from the last tick to this one; what is
// ticked stays so from page to page of the list, until something is done with it.
const list = document.querySelector(".bulk");

if (list) {
  const ticks = [...list.querySelectorAll("[name='case']")];
  const whole = list.querySelector("[name='all']");
  const count = list.querySelector("[data-ticked]");
  const chosen = new Set(JSON.parse(sessionStorage.getItem("ticked") ?? "[]"));
  let last = null;

  const keep = () => {
    for (const each of ticks) chosen[each.checked ? "add" : "delete"](each.value);
    sessionStorage.setItem("ticked", JSON.stringify([...chosen]));
    count.textContent = chosen.size ? count.dataset.ticked.replace("{number}", chosen.size) : "";
    if (chosen.size) count.closest("details").open = true;
  };

  const tickUntil = (tick) => {
    const [from, to] = [ticks.indexOf(last ?? tick), ticks.indexOf(tick)].sort((a, b) => a - b);
    for (const each of ticks.slice(from, to + 1)) each.checked = true;
    last = tick;
    keep();
  };

  for (const tick of ticks) {
    tick.checked = chosen.has(tick.value);
    tick.addEventListener("click", (event) => {
      if (event.shiftKey) tickUntil(tick);
      last = tick;
      keep();
    });
  }
  keep();

  document.addEventListener("keydown", (event) => {
    const keys = document.getElementById("keys");
    if (event.key !== "X" || !keys || !("single" in keys.dataset) || keys.open) return;
    const tick = document.activeElement.closest("[data-row]")?.querySelector("[name='case']");
    if (tick) tickUntil(tick);
  });

  list.addEventListener("submit", () => {
    const here = new Set(ticks.map((each) => each.value));
    for (const value of whole.checked ? [] : chosen) {
      if (here.has(value)) continue;
      const more = Object.assign(document.createElement("input"), { type: "hidden", name: "case", value });
      list.append(more);
    }
    sessionStorage.removeItem("ticked");
  });
}
