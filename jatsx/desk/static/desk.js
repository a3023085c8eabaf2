"use strict";
/* What the pages do beyond htmx: troubles are shown, what was typed before htmx was there is saved,
   open rows stay open, rows can be dragged. */
(() => {
  const byId = (id) => document.getElementById(id);
  const trouble = (text) => { byId("trouble").textContent = text.replaceAll("`", ""); byId("trouble").className = text ? "note bad" : ""; };
  addEventListener("htmx:error", () => trouble(document.body.dataset.silent));
  addEventListener("htmx:response:error", () => trouble(document.body.dataset.refused));
  addEventListener("htmx:after:request", (event) => {
    if (event.detail.ctx.response && event.detail.ctx.response.status < 400) trouble("");
  });
  addEventListener("htmx:after:process", () => {
    for (const field of document.querySelectorAll("form.control [name=value]")) {
      const isTyped = field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
      if (isTyped && field !== document.activeElement) field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, { once: true });
  let open = [];
  addEventListener("htmx:before:swap", () => { open = [...document.querySelectorAll("details[open]")].map((one) => one.id); });
  addEventListener("htmx:after:swap", () => {
    for (const id of open) if (id && byId(id)) byId(id).open = true;
    const conflict = byId("conflict");
    if (conflict && conflict.getAttribute("role") === "alert" && !conflict.dataset.seen) { conflict.dataset.seen = "1"; conflict.focus(); conflict.scrollIntoView(); }
  });
  const language = byId("language");
  const changeLanguage = () => {
    language.form.elements.back.value = location.pathname;
    language.form.submit();
  };
  language.addEventListener("change", changeLanguage);
  if (language.value !== document.documentElement.lang) changeLanguage();
  let dragged = null;
  const rowOf = (event) => event.target.closest && event.target.closest("tr[data-row]");
  addEventListener("mousedown", (event) => { const row = rowOf(event); if (row) row.draggable = !event.target.closest("a, button"); });
  addEventListener("dragstart", (event) => { dragged = rowOf(event); if (dragged) event.dataTransfer.effectAllowed = "move"; });
  addEventListener("dragover", (event) => { if (dragged && rowOf(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    const row = rowOf(event);
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    const form = dragged.querySelector("form.move");
    form.elements.to.value = row.dataset.row;
    htmx.trigger(form, "submit");
    dragged = null;
  });
})();
