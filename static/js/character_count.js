// The server says and checks the limit; this only counts along, and tells a screen reader when the typing rests.
for (const line of document.querySelectorAll("[data-counts]")) {
  const control = document.getElementById(line.dataset.counts);
  const spoken = line.cloneNode(false);
  let rest;

  const count = () => {
    const left = Number(line.dataset.limit) - control.value.length;
    const words = left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = words.replace("{number}", Math.abs(left).toLocaleString(document.documentElement.lang));
    line.classList.toggle("form-count-over", left < 0);
    clearTimeout(rest);
    rest = setTimeout(() => { spoken.textContent = line.textContent; }, 1000);
  };

  spoken.removeAttribute("id");
  spoken.removeAttribute("data-counts");
  spoken.className = "sr-only";
  spoken.setAttribute("role", "status");
  line.after(spoken);
  control.addEventListener("input", count);
  if (control.value) count();
}
