"use strict";
const bar = document.querySelector(".filters");
const notes = [...document.querySelectorAll("article[data-strength]")];
const shown = bar.querySelector("output");
const boxes = [...bar.querySelectorAll("input")];
const chosen = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
function filter() {
  const strengths = chosen("strength"), categories = chosen("category");
  let count = 0;
  for (const note of notes) {
    const fits = strengths.has(note.dataset.strength) && note.dataset.categories.split(" ").some((each) => categories.has(each));
    note.hidden = !fits;
    document.getElementById(note.dataset.mark).classList.toggle("off", !fits);
    count += fits;
  }
  shown.textContent = `${count} of ${notes.length} shown`;
}
function step(by) {
  const visible = notes.filter((note) => !note.hidden);
  if (!visible.length) return;
  const at = visible.indexOf(document.activeElement.closest("article")) ;
  const from = at >= 0 ? at : visible.indexOf(last);
  last = visible[(from + by + visible.length) % visible.length];
  last.focus();
  last.scrollIntoView({ block: "center" });
}
let last = null;
bar.addEventListener("change", filter);
bar.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.value === "all") { boxes.forEach((box) => { box.checked = true; }); filter(); }
  else step(Number(button.value));
});
bar.hidden = false;
filter();
