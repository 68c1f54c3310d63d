// The desk by keyboard. A control names its key in data-key; here it is only found and pressed.
const help = document.getElementById("keys");

if (help) {
  const single = "single" in help.dataset;
  const every = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  const row = () => document.activeElement.closest("[data-row]");
  let begun = "";
  let forgetting;

  // A key in a row means the row where the focus is; outside the rows it means the page.
  const control = (key) => {
    const own = row()?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    return own ?? every(key).find((each) => !each.closest("[data-row]"));
  };

  const press = (each) => {
    for (let fold = each.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (each.matches("[type=checkbox]")) return each.click();
    if (each.matches("input, textarea, select")) return each.focus();
    // Whoever opens a form by a key goes on by keys: its first field is waiting.
    const leads = each.href ?? (each.hasAttribute("formaction") ? each.formAction : "");
    if (leads) sessionStorage.setItem("pressed", leads);
    each.click();
  };

  const move = (steps) => {
    const places = [...document.querySelectorAll("[data-row] [data-key='o'], .pager a")];
    const present = places.findIndex((each) => (each.closest("[data-row]") ?? each).contains(document.activeElement));
    const place = present < 0 ? (steps > 0 ? 0 : -1) : present + steps;
    places[Math.max(place, 0)]?.focus();
  };

  // Where letters are written or choose an option.
  const isField = (each) => each.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");

  const pressSingle = (event) => {
    const key = begun ? `${begun} ${event.key}` : event.key;
    begun = "";
    clearTimeout(forgetting);
    const steps = { j: 1, k: -1 }[key];
    if (steps) return move(steps);
    if (event.repeat) return;
    if (key === "g") {
      begun = key;
      forgetting = setTimeout(() => { begun = ""; }, 1500);
      return;
    }
    const found = key.length === 1 || key.includes(" ") ? control(key) : null;
    if (!found) return;
    event.preventDefault();
    press(found);
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey) {
      const found = event.key === "Enter" && !event.repeat && every(event.shiftKey ? "Control+Shift+Enter" : "Control+Enter")[0];
      if (found) { event.preventDefault(); found.click(); }
    } else if (single && !isField(event.target)) {
      pressSingle(event);
    }
  });

  for (const link of document.querySelectorAll("[data-opens='keys']")) {
    link.addEventListener("click", (event) => { event.preventDefault(); help.showModal(); });
  }

  if (single) {
    for (const each of document.querySelectorAll("[data-key]")) {
      if (!each.dataset.key.includes(" ")) each.setAttribute("aria-keyshortcuts", each.dataset.key);
    }
  }
  if (sessionStorage.getItem("pressed")?.split("?")[0] === location.href.split("?")[0]) {
    document.querySelector("[data-written] :is(textarea, select, input:not([type=hidden]))")?.focus();
  }
  sessionStorage.removeItem("pressed");
}
