"use strict";
(() => {
  const sentences = JSON.parse(document.getElementById("sentences").textContent);
  const nav = document.querySelector("nav");
  const withCode = (text) => {
    const parts = text.split("`");
    if (parts.length % 2 === 0) return [text];
    return parts.map((part, n) => (n % 2 ? Object.assign(document.createElement("code"), { textContent: part }) : part));
  };
  const show = (language) => {
    document.documentElement.lang = language;
    for (const one of document.querySelectorAll("[data-t]")) one.replaceChildren(...withCode(sentences[language][one.dataset.t]));
    for (const one of nav.querySelectorAll("button")) one.setAttribute("aria-pressed", one.dataset.language === language);
    document.title = document.querySelector("h1").textContent;
  };
  nav.hidden = false;
  nav.addEventListener("click", (event) => {
    if (event.target.dataset.language) show(event.target.dataset.language);
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
