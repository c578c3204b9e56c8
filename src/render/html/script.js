"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const main = document.getElementById("report");

  // What a finding says of itself, or else what stands around it says for it.
  const said = (element, name) => {
    const around = element.closest(`[data-${name}]`);
    return around ? around.dataset[name] : "";
  };
  const findings = Array.from(main.querySelectorAll("[data-finding]"), (element) => ({
    element,
    clause: said(element, "clause"),
    side: said(element, "side"),
    verdict: said(element, "verdict"),
    project: element.dataset.project ?? "",
    day: element.dataset.day ?? "",
    holders: [],
  }));

  // Parts and groups, with how many of their findings are shown.
  const holders = new Map();
  for (const finding of findings) {
    let around = finding.element.parentElement?.closest("[data-holds]");
    while (around) {
      let holder = holders.get(around);
      if (!holder) {
        const count = around.querySelector(".count");
        const words = count?.textContent ?? "";
        holder = { element: around, count, words, all: 0, shown: 0, unfolded: false };
        holders.set(around, holder);
      }
      holder.all += 1;
      finding.holders.push(holder);
      around = around.parentElement?.closest("[data-holds]");
    }
  }

  const grouped = (number) => number.toLocaleString("en-GB");

  // What was looked for is in sight, and folded again afterwards.
  const unfold = (holder, wanted) => {
    if (wanted && holder.element.open === false) {
      holder.element.open = true;
      holder.unfolded = true;
    } else if (!wanted && holder.unfolded) {
      holder.element.open = false;
      holder.unfolded = false;
    }
  };

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const exact = ["clause", "side", "verdict", "project"].filter((name) => wanted[name]);
    const active = exact.length > 0 || wanted.from !== "" || wanted.until !== "";
    for (const holder of holders.values()) holder.shown = 0;
    let count = 0;
    for (const finding of findings) {
      const matches =
        exact.every((name) => finding[name] === wanted[name]) &&
        (!wanted.from || (finding.day !== "" && finding.day >= wanted.from)) &&
        (!wanted.until || (finding.day !== "" && finding.day <= wanted.until));
      finding.element.hidden = !matches;
      if (matches) {
        count += 1;
        for (const holder of finding.holders) holder.shown += 1;
      }
    }
    for (const holder of holders.values()) {
      holder.element.hidden = holder.shown === 0;
      unfold(holder, active && holder.shown > 0);
      if (holder.count) {
        holder.count.textContent = active
          ? `${grouped(holder.shown)} of ${grouped(holder.all)}`
          : holder.words;
      }
    }
    document.body.classList.toggle("filtered", active);
    const all = grouped(findings.length);
    shown.textContent = active
      ? `${grouped(count)} of ${all} findings in this page are shown.`
      : `All ${all} findings in this page are shown.`;
  };

  if (form && findings.length > 0) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The form has its first values again only after the event.
    form.addEventListener("reset", () => setTimeout(filter));
    // A browser that comes back to the page may have kept the choices.
    filter();
  }

  // What is folded opens when a link leads into it.
  const open = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name ? document.getElementById(name) : null;
    if (target?.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let around = target; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    target?.scrollIntoView();
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
})();
