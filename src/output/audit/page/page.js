"use strict";
// Sorts, filters, searches, names countries. All words are in the page; nothing is loaded, nothing is sent.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const language = () => document.documentElement.lang;

  // Sorting: a button in each head of a column. What has no number comes last both ways.
  for (const table of all("table.sorted")) {
    const parts = () => "bodies" in table.dataset ? [...table.tBodies] : [...table.tBodies[0].rows];
    const rows = parts().map((part) => part.rows ? { part, row: part.rows[0] } : { part, row: part });
    const heads = all("thead th[data-by]", table);
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const first = head.dataset.by === "down" ? "descending" : "ascending";
        const second = first === "ascending" ? "descending" : "ascending";
        const way = head.getAttribute("aria-sort") === first ? second : first;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", way);
        const sign = way === "ascending" ? 1 : -1;
        const at = head.cellIndex;
        const valued = rows.map((it) => {
          const text = it.row.cells[at].dataset.v;
          const number = Number(text);
          return { part: it.part, text, number: text === undefined || text === "" || Number.isNaN(number) ? null : number };
        });
        const isNumeric = valued.every((it) => it.text === undefined || it.number !== null);
        valued.sort((one, other) => {
          if (one.text === undefined || other.text === undefined) return (one.text === undefined) - (other.text === undefined);
          if (isNumeric) return sign * (one.number - other.number);
          return sign * one.text.localeCompare(other.text, "en");
        });
        const parent = rows[0]?.part.parentElement;
        for (const { part } of valued) parent.append(part);
      });
    }
  }

  // Countries by their names in the language of the page.
  const countries = all("[data-region]").map((place) => ({ place, code: place.textContent }));
  const nameCountries = () => {
    let names = null;
    try { names = new Intl.DisplayNames([language()], { type: "region", fallback: "none" }); } catch { /* codes stay */ }
    for (const { place, code } of countries) {
      let name;
      try { name = names?.of(place.dataset.region); } catch { /* no such region */ }
      place.textContent = name ?? code;
      if (name) place.title = code;
    }
  };

  // What is shown of the missions.
  const tools = find(".tools");
  const missions = all(".league > tbody");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = (mission) => {
    const [, name, country] = mission.rows[0].cells;
    return plain([name.dataset.v, country.dataset.v, name.textContent, country.textContent].join(" "));
  };
  const missionsOnly = missions.filter((mission) => mission.dataset.state !== "empty");
  let shown = missionsOnly.length;
  const count = () => { find("#shown-count").textContent = new Intl.NumberFormat(language()).format(shown); };
  const narrow = () => {
    const states = new Set(all("[name=state]:checked", tools).map((box) => box.value));
    const words = plain(find("#search").value).split(/\s+/).filter(Boolean);
    const everything = all("[name=state]", tools).every((box) => box.checked);
    shown = 0;
    for (const mission of missions) {
      const text = words.length > 0 ? textOf(mission) : "";
      const visible = (everything || states.has(mission.dataset.state)) && words.every((word) => text.includes(word));
      mission.hidden = !visible;
      if (visible && mission.dataset.state !== "empty") shown += 1;
    }
    count();
  };
  if (tools) {
    tools.hidden = false;
    let waiting = 0;
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(narrow, 120);
    });
  }
  document.addEventListener("spoken", () => {
    nameCountries();
    count();
  });
})();
