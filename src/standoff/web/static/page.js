// Makes the page smoother where scripts run; without them everything works as well.
"use strict";
(() => {
  const OFF = "standoff-keys-off";
  const hint = document.querySelector(".keys");
  const button = document.getElementById("keys");
  let off = false;
  try { off = localStorage.getItem(OFF) === "1"; } catch { /* no storage: keys stay on for this page */ }

  const say = () => { button.textContent = off ? "Turn keys on" : "Turn keys off"; };
  if (hint && button) {
    hint.hidden = false;
    say();
    button.addEventListener("click", () => {
      off = !off;
      try { localStorage.setItem(OFF, off ? "1" : "0"); } catch { /* as above */ }
      say();
    });
  }

  const typing = (event) => off || event.target.closest("input, textarea, select, [contenteditable]");
  const key = (act) => (event) => { if (!typing(event)) { event.preventDefault(); act(); } };
  const step = (by) => {
    const links = [...document.querySelectorAll(".entry .what > a, .ledger li > div > p > a, .evidence cite > a:first-child")];
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    if (next) { next.focus(); next.closest("li").scrollIntoView({ block: "nearest" }); }
  };
  const go = (path) => () => { location.assign(path); };
  // a page with keys of its own, such as the review, says so
  if (window.tinykeys && !document.body.dataset.keys) {
    window.tinykeys.tinykeys(window, {
      "j": key(() => step(1)),
      "k": key(() => step(-1)),
      "/": key(() => document.getElementById("q")?.focus()),
      "o": key(go("/")),
      "t": key(go("/timeline")),
    });
  }
  // what a link points at is opened
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const folded = id && document.getElementById(id)?.closest("details");
    if (folded) { folded.open = true; document.getElementById(id).scrollIntoView(); }
  };
  addEventListener("hashchange", open);
  open();
})();
