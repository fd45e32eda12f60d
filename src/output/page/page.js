"use strict";
// Languages: the style switches them; the document says which it is in. Whoever writes numbers listens.
(() => {
  const inputs = [...document.querySelectorAll(".languages input")];
  const speak = () => {
    const chosen = inputs.find((input) => input.checked);
    document.documentElement.lang = chosen.value;
    document.title = chosen.dataset.title;
    document.dispatchEvent(new Event("spoken"));
  };
  for (const input of inputs) input.addEventListener("change", speak);
  speak();
})();
