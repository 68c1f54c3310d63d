// Looks for ideas like the one being written when the typing rests. Nothing is said when nothing is found,
// the focus stays where it is, and what is found is announced once.
for (const place of document.querySelectorAll("[data-similar-to]")) {
  const field = document.getElementById(place.dataset.similarTo);
  const [status, list] = place.children;
  const shortest = 4;
  let rest;
  let asked = "";

  const show = (html) => {
    list.innerHTML = html;
    const heading = list.querySelector(".similar-heading");
    if (heading && !status.textContent) status.textContent = heading.textContent;
  };

  const look = async () => {
    const title = field.value.trim();
    if (title === asked) return;
    asked = title;
    if (title.length < shortest) return show("");
    try {
      const answer = await fetch(`${place.dataset.similarFrom}?${new URLSearchParams({ title })}`);
      if (answer.ok && title === asked) show(await answer.text());
    } catch {
      // Without an answer one writes on as without JavaScript.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(look, 600);
  });
  look();
}
