// A form that came back opens on what is wrong with it.
document.querySelector(".error-summary")?.focus();
