"use strict";
// Filters, searches and notes decisions. All words are in the page; nothing is loaded, nothing is sent.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all(".finding");
  const groups = all(".group").map((group) => ({ group, findings: all(".finding", group) }));
  const decisions = new Map();
  let unsaved = false;

  const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);

  // What is shown.
  const tools = find(".tools");
  const texts = new Map();
  let person = null;
  let onlyIncomplete = false;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const searched = (finding) =>
    plain([...finding.querySelectorAll("h4, .help, figcaption, .label, .technical")]
      .map((part) => part.textContent).join(" "));
  // Read ahead while nothing else is to do: a long page is searched at once when somebody asks.
  const readOn = (most) => {
    const end = Math.min(findings.length, texts.size + most);
    for (let at = texts.size; at < end; at += 1) texts.set(findings[at], searched(findings[at]));
  };
  const idle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 200));
  const readAhead = () => {
    readOn(100);
    if (texts.size < findings.length) idle(readAhead);
  };
  let shown = findings.length;
  const narrow = () => {
    const severities = new Set(all("[name=severity]:checked", tools).map((box) => box.value));
    const words = plain(find("#search").value).split(/\s+/).filter(Boolean);
    if (words.length > 0) readOn(findings.length);
    shown = 0;
    for (const { group, findings } of groups) {
      let here = 0;
      for (const finding of findings) {
        const visible = severities.has(finding.dataset.severity)
          && (person === null || finding.dataset.task === person)
          && (!onlyIncomplete || isIncomplete(finding))
          && words.every((word) => texts.get(finding).includes(word));
        if (finding.hidden === visible) finding.hidden = !visible;
        if (visible) here += 1;
      }
      group.hidden = here === 0;
      shown += here;
    }
    find("#everything").hidden = shown === findings.length;
    find("#none-shown").hidden = shown > 0;
    count();
  };
  const widen = () => {
    for (const box of all("[name=severity]", tools)) box.checked = true;
    find("#search").value = "";
    person = null;
    onlyIncomplete = false;
    narrow();
  };
  const count = () => {
    const place = find("#shown-count");
    if (place) place.textContent = number(shown);
    const decided = find("#decided-count");
    if (decided) decided.textContent = number(decisions.size);
  };
  if (tools) {
    tools.hidden = false;
    idle(readAhead);
    let waiting = 0;
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(narrow, 120);
    });
    find("#everything").addEventListener("click", () => {
      widen();
      find("#search").focus();
    });
    for (const button of all("button[data-task]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        widen();
        person = button.dataset.task;
        narrow();
        find("#findings").scrollIntoView();
        find("#findings").focus({ preventScroll: true });
      });
    }
  }

  // A link into the page leads to what it names, also where that is folded or filtered out.
  const reveal = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* as written */ }
    const target = name && document.getElementById(name);
    if (!target) return;
    const finding = target.closest(".finding");
    if (finding && finding.hidden) widen();
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  // Decisions.
  const form = find("#decision-form");
  const isIncomplete = (finding) => {
    const decision = decisions.get(finding);
    return Boolean(decision) && decision.decision === "exception" && !decision.reason.trim();
  };
  const offer = (finding) => {
    const place = find(".decide", finding);
    if (!place.hidden) return;
    place.append(form.content.cloneNode(true));
    place.hidden = false;
    const earlier = find(".decided", finding);
    const parts = {
      radios: all("input[type=radio]", place),
      grounds: find(".grounds", place),
      clear: find("[data-clear]", place),
      missing: find("[data-missing]", place),
      fields: all("[data-field]", place),
    };
    const reason = find("[data-field=reason]", place);
    parts.missing.id = `${finding.id}-missing`;
    if (!("allowable" in finding.dataset)) find("[data-ruling=exception]", place).remove();
    for (const radio of parts.radios) radio.name = `${finding.id}-ruling`;
    const draw = () => {
      const decision = decisions.get(finding);
      parts.grounds.hidden = !decision;
      parts.clear.hidden = !decision;
      for (const radio of parts.radios) radio.checked = Boolean(decision) && radio.value === decision.decision;
      for (const field of parts.fields) {
        const isOfExceptions = field.dataset.field !== "reason";
        field.parentElement.hidden = isOfExceptions && !(decision && decision.decision === "exception");
      }
      const lacks = isIncomplete(finding);
      parts.missing.hidden = !lacks;
      reason.setAttribute("aria-invalid", String(lacks));
      if (lacks) reason.setAttribute("aria-describedby", parts.missing.id);
      else reason.removeAttribute("aria-describedby");
      count();
    };
    const given = decisions.get(finding);
    if (given) for (const field of parts.fields) field.value = given[field.dataset.field];
    place.addEventListener("change", (event) => {
      if (event.target.type === "radio") {
        const decision = { decision: event.target.value };
        for (const field of parts.fields) decision[field.dataset.field] = field.value;
        decisions.set(finding, decision);
        unsaved = true;
        draw();
      }
    });
    place.addEventListener("input", (event) => {
      const field = event.target.dataset.field;
      const decision = decisions.get(finding);
      if (!field || !decision) return;
      decision[field] = event.target.value;
      unsaved = true;
      draw();
    });
    parts.clear.addEventListener("click", () => {
      decisions.delete(finding);
      unsaved = true;
      draw();
      parts.radios[0].focus();
    });
    if (earlier) earlier.classList.add("taken-up");
    draw();
  };
  for (const finding of findings) {
    const earlier = find(".decided", finding);
    if (!earlier) continue;
    const { decision, reason = "", owner = "", expires = "" } = earlier.dataset;
    decisions.set(finding, { decision, reason, owner, expires });
  }
  if (form) {
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        near.unobserve(entry.target);
        offer(entry.target);
      }
    }, { rootMargin: "1200px" });
    for (const finding of findings) near.observe(finding);
    // The next stop of the keyboard is there before it is reached.
    addEventListener("focusin", (event) => {
      const finding = event.target.closest?.(".finding");
      if (finding) offer(finding);
    });
    addEventListener("beforeprint", () => { if (findings.length <= 500) findings.forEach(offer); });
  }

  const record = (finding, decision) => {
    const { rule, mission = null, kind, record = null, pointer = null, hash = null } = finding.dataset;
    const isException = decision.decision === "exception";
    return {
      fingerprint: finding.id.slice(2),
      rule,
      mission,
      record: kind ? { kind, id: record } : null,
      pointer,
      decision: decision.decision,
      reason: decision.reason.trim() || null,
      owner: (isException && decision.owner.trim()) || null,
      expires: (isException && decision.expires) || null,
      record_hash: hash,
    };
  };
  const today = () => {
    const now = new Date();
    const two = (part) => String(part).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const save = find("#save");
  if (save) {
    save.hidden = false;
    for (const note of all(".unscripted")) note.hidden = true;
    save.addEventListener("submit", (event) => {
      event.preventDefault();
      const lacking = findings.some(isIncomplete);
      find("#incomplete").hidden = !lacking;
      if (lacking) return;
      const role = find("#role").value.trim();
      const { schema_version, tool, run } = JSON.parse(find("main").dataset.run);
      const file = {
        schema_version,
        tool,
        run,
        reviewer: role ? { role } : null,
        decided_on: today(),
        decisions: findings.filter((finding) => decisions.has(finding))
          .map((finding) => record(finding, decisions.get(finding))),
      };
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2), "\n"], { type: "application/json" }));
      link.download = "review.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      find("#saved").replaceChildren(find("#saved-text").content.cloneNode(true));
      unsaved = false;
    });
    find("#incomplete a").addEventListener("click", () => {
      widen();
      onlyIncomplete = true;
      narrow();
    });
    addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  }

  document.addEventListener("spoken", count);
  reveal();
})();
