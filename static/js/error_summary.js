// A form that came back opens on what is wrong with it, or on what it asks.
document.querySelector(".error-summary, .concern")?.focus();
