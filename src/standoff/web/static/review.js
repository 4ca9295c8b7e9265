// One key for each verdict, where scripts run; every button works without.
"use strict";
(() => {
  const off = () => { try { return localStorage.getItem("standoff-keys-off") === "1"; } catch { return false; } };
  const typing = (event) => event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const focus = (field) => { if (field) { field.focus(); if (field.select) field.select(); } };
  const unfold = (id) => {
    const folded = document.getElementById(id);
    if (folded) { folded.open = true; folded.scrollIntoView({ block: "nearest" }); focus(folded.querySelector("[data-first]")); }
  };
  let sent = false;
  const acts = {
    e: () => focus(document.querySelector("#edit [data-first], #edit select")),
    m: () => unfold("merge"),
    s: () => unfold("split"),
    "?": () => { const help = document.getElementById("help"); if (help) { help.open = !help.open; help.scrollIntoView({ block: "nearest" }); } },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event)) { event.target.blur(); return; }
    if (off() || typing(event) || sent) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) { event.preventDefault(); sent = true; target.click(); }
    else if (acts[event.key] && document.body.dataset.keys === "review") { event.preventDefault(); acts[event.key](); }
  });
  addEventListener("pageshow", () => { sent = false; });
  const first = document.querySelector("[data-first][autofocus]");
  if (first && first.select) first.select();
})();
