"use strict";
(() => {
  const boxes = [...document.querySelectorAll(".filters input")];
  const findings = new Map([...document.querySelectorAll(".finding")].map((card) => [card.id, card]));
  const marks = [...document.querySelectorAll("mark")];

  const wanted = (card) =>
    boxes.every((box) => box.checked || card.dataset[box.name] !== box.value);

  const refresh = () => {
    for (const card of findings.values()) card.hidden = !wanted(card);
    for (const mark of marks) {
      const shown = mark.dataset.findings.split(" ").map((id) => findings.get(id)).filter((card) => !card.hidden);
      mark.classList.toggle("off", shown.length === 0);
    }
    const left = [...findings.values()].filter((card) => !card.hidden).length;
    document.getElementById("shown").textContent = `${left} of ${findings.size} findings shown`;
  };

  for (const box of boxes) box.addEventListener("change", refresh);
  for (const mark of marks) {
    mark.addEventListener("click", () => {
      const card = mark.dataset.findings.split(" ").map((id) => findings.get(id)).find((found) => !found.hidden);
      if (!card) return;
      for (const other of findings.values()) other.classList.remove("chosen");
      card.classList.add("chosen");
      card.scrollIntoView({ block: "nearest", behavior: "smooth" });
    });
  }
  refresh();
})();
