// The answer form: a template's words are put in without leaving the page, and drafts are saved when the typing rests.
for (const place of document.querySelectorAll("[data-inserts]")) {
  const form = place.closest("form");
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");

  button.addEventListener("click", async (event) => {
    event.preventDefault();
    status.textContent = "";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.getElementById("template")) throw new Error();
      for (const field of form.querySelectorAll("textarea")) {
        const filled = page.getElementById(field.id);
        if (filled && filled.value !== field.value) {
          field.value = filled.value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
      const chosen = page.querySelector("input[name=reason_code][checked]");
      if (chosen) document.getElementById(chosen.id).checked = true;
      status.textContent = place.dataset.inserted;
    } catch {
      // As without JavaScript: the page comes back filled in.
      form.requestSubmit(button);
    }
  });
}

for (const button of document.querySelectorAll("[data-keeps-draft]")) {
  const { form } = button;
  const status = button.nextElementSibling;
  let rest;

  const keep = async () => {
    const written = new FormData(form);
    written.set("quietly", "1");
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: written });
      if (answer.status !== 204) throw new Error();
      status.textContent = button.dataset.kept;
    } catch {
      // The next pause tries again; meanwhile nobody believes that it is kept.
      status.textContent = button.dataset.lost;
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(rest);
    status.textContent = "";
    rest = setTimeout(keep, 2000);
  });
  form.addEventListener("submit", () => clearTimeout(rest));
}
