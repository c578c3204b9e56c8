// What a browser makes of the page. Numbers are held against the JSON report of the same audit.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [executablePath, place] = process.argv.slice(2);
const require = createRequire(pathToFileURL(resolve(place, "here.js")));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const report = JSON.parse(readFileSync(resolve(place, "report.json"), "utf8"));
const short = pathToFileURL(resolve(place, "report.html")).href;
const long = pathToFileURL(resolve(place, "long.html")).href;
const full = pathToFileURL(resolve(place, "full.html")).href;

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

// Opens the page, and afterwards holds it to having been quiet and alone.
const visit = async (options, look, address = short) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard = [];
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) heard.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await look(page);
  assert.deepEqual(heard, []);
  await context.close();
};

const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));

const accessible = async (page, where) => {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), tags);
  const said = violations.map((one) => `${one.id}: ${one.nodes.length}, ${one.nodes[0].html}`);
  assert.deepEqual(said, [], where);
};

const sizes = [[320, 640], [360, 740], [1280, 900]];
for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of sizes) {
    await visit({ colorScheme, viewport: { width, height } }, async (page) => {
      const where = `${colorScheme}, ${width} wide`;
      for (const change of [async () => {}, unfold]) {
        await change(page);
        await accessible(page, where);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${where}: ${wide} wide`);
      }
      console.log(`ok: ${where}`);
    });
  }
}

await visit({ forcedColors: "active" }, async (page) => {
  await unfold(page);
  await accessible(page, "forced colours");
  console.log("ok: forced colours");
});

// The answer, what is to be done and what was not kept are what is seen first, and the details are
// folded below them.
await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
  for (const id of ["#page-to-do", "#page-not-kept", "#page-no-evidence"]) {
    const { y } = await page.locator(id).boundingBox();
    assert.ok(y < 900, `${id} is at ${y}`);
  }
  assert.equal(await page.locator(".part[open]").count(), 0);
  assert.ok(await page.locator(".part").count() > 8);
  console.log("ok: first screen");
});

// Nothing that is touched is too small for a finger. Links within a sentence are as high as it.
await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
  const low = await page.evaluate(() =>
    Array.from(document.querySelectorAll("summary, select, input, button, .more a"))
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 32)
      .map((one) => one.outerHTML));
  assert.deepEqual(low, []);
});

// How many findings are shown, folded or not.
const shown = (page) => page.evaluate(() =>
  Array.from(document.querySelectorAll("[data-finding]"))
    .filter((one) => !one.closest("[hidden]")).length);
const listed = report.findings.filter((one) => one.verdict !== "does-not-apply");
const expects = async (page, matches, what) => {
  const count = listed.filter(matches).length;
  assert.ok(count > 0 && count < listed.length, what);
  assert.equal(await shown(page), count, what);
  const said = await page.locator("#shown").textContent();
  assert.equal(said, `${count} of ${listed.length} findings in this page are shown.`, what);
};
const reset = async (page) => {
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction(() => document.getElementById("shown").textContent.startsWith("All"));
  assert.equal(await shown(page), listed.length);
};

await visit({}, async (page) => {
  assert.equal(await shown(page), listed.length);
  await page.getByLabel("Verdict").selectOption("not kept");
  await expects(page, (one) => one.verdict === "not-kept", "by verdict");
  // What was looked for is unfolded.
  assert.equal(await page.locator("#not-kept .card").first().isVisible(), true);
  assert.equal(await page.locator("#no-evidence-heading").isVisible(), false);
  await page.getByLabel("Promise of").selectOption("Larkmere Parent Carer Voice");
  const sides = new Map(report.clauses.map((one) => [one.id, one.of]));
  const ofForum = (one) => sides.get(one.clause) === "forum";
  await expects(page, (one) => one.verdict === "not-kept" && ofForum(one), "by verdict and side");
  const words = await page.locator("#not-kept-heading .count").textContent();
  assert.match(words, /^\d+ of \d+$/);
  await reset(page);
  assert.equal(await page.locator("#not-kept").isVisible(), false);
  await page.getByLabel("Promise", { exact: true }).selectOption("O4a1");
  await expects(page, (one) => one.clause === "O4a1", "by promise");
  await reset(page);
  await page.getByLabel("First day").fill("2026-01-01");
  await page.getByLabel("Last day").fill("2026-03-31");
  // What is still to come has the day by which it is due.
  const dayOf = ({ verdict, subject, due }) => (verdict === "still-to-come" && due) || subject.day;
  const within = (first, last) => (one) => dayOf(one) >= first && dayOf(one) <= last;
  await expects(page, within("2026-01-01", "2026-03-31"), "by period");
  await page.getByLabel("First day").fill("2026-08-01");
  await page.getByLabel("Last day").fill("2026-08-31");
  await expects(page, within("2026-08-01", "2026-08-31"), "by what is due");
  assert.equal(await page.locator("#coming-due").isVisible(), true);
  await reset(page);
  await page.getByLabel("Project").selectOption({ label: "transport" });
  const count = await shown(page);
  assert.ok(count > 5 && count < listed.length / 2, `${count} about one project`);
  // A line of the page leads to its finding even where that was filtered away.
  await page.getByLabel("Verdict").selectOption("no evidence");
  const line = page.locator("#page .not-kept a").first();
  await line.click();
  await page.locator(await line.getAttribute("href")).waitFor({ state: "visible" });
  assert.equal(await shown(page), listed.length);
  console.log("ok: filters");
});

// A line of the page leads to its finding and that to its help; each unfolds, with the script and
// without.
const leadsToHelp = async (page) => {
  assert.equal(await page.locator("#not-kept").isVisible(), false);
  const line = page.locator("#page .not-kept a").first();
  const finding = page.locator(await line.getAttribute("href"));
  await line.click();
  await finding.waitFor({ state: "visible" });
  const link = page.locator("#not-kept .card a").first();
  const help = page.locator(await link.getAttribute("href"));
  assert.equal(await help.isVisible(), false);
  await link.click();
  await help.waitFor({ state: "visible" });
};
await visit({}, leadsToHelp);
await visit({ javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator("#filter").isVisible(), false);
  for (const verdict of ["not-kept", "no-evidence"]) {
    const id = verdict === "not-kept" ? "#not-kept" : "#no-evidence";
    const count = report.findings.filter((one) => one.verdict === verdict).length;
    assert.equal(await page.locator(`${id} [data-finding]`).count(), count);
  }
  await page.locator("#not-kept-heading").click();
  assert.equal(await page.locator("#not-kept .card").first().isVisible(), true);
  await page.locator("#not-kept-heading").click();
  await leadsToHelp(page);
  console.log("ok: without the script");
});

// By keyboard: the way to the details comes first, what has the focus shows it, and what is folded
// opens.
await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the details" });
  assert.ok((await skip.boundingBox()).y >= 0);
  const seen = new Set();
  for (let at = 0; at < 60; at += 1) {
    const [name, outline] = await page.evaluate(() => {
      const one = document.activeElement;
      return [one.outerHTML.slice(0, 120), getComputedStyle(one).outlineStyle];
    });
    if (name.startsWith("<body")) break;
    assert.notEqual(outline, "none", name);
    seen.add(name);
    await page.keyboard.press("Tab");
  }
  assert.ok(seen.size > 30, `${seen.size}`);
  await page.locator("#not-kept-heading").locator("..").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#not-kept").isVisible(), true);
  console.log("ok: keyboard");
});

// On paper there is the page, on one side of A4, and behind it what was unfolded.
const sides = async (page) => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const words = pdf.toString("latin1");
  const [, wide, high] = words.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
  assert.deepEqual([Math.round(wide), Math.round(high)], [595, 842]);
  return words.match(/\/Type\s*\/Page\b(?!s)/g).length;
};
for (const [name, address] of [["the example", short], ["many findings", long], ["a full page", full]]) {
  await visit({}, async (page) => {
    assert.equal(await sides(page), 1, name);
    console.log(`ok: one side of A4, ${name}`);
  }, address);
}
await visit({}, async (page) => {
  await page.locator("#not-kept-heading").click();
  assert.ok(await sides(page) > 1);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const [id, there] of [["#page", true], ["#not-kept .card", true], ["#filter", false],
    ["#no-evidence-heading", false], ["#help-heading", false]]) {
    assert.equal(await page.locator(id).first().isVisible(), there, id);
  }
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(paper, "rgb(255, 255, 255)");
  console.log("ok: print");
});
await visit({ reducedMotion: "reduce" }, async (page) => {
  const moves = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(moves, "auto");
});

// A page of many findings is short enough to send, and answers before people wonder.
await visit({}, async (page) => {
  assert.ok(statSync(resolve(place, "long.html")).size < 15e6);
  const took = await page.evaluate(async () => {
    const begin = performance.now();
    for (const [name, value] of [["verdict", "not-kept"], ["project", "7"], ["project", ""]]) {
      const field = document.getElementById(name);
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((then) => { requestAnimationFrame(() => requestAnimationFrame(then)); });
    }
    return performance.now() - begin;
  });
  assert.ok(await shown(page) > 2000);
  assert.ok(took < 10_000, `three filters took ${took} ms`);
  console.log("ok: many findings");
}, long);

await browser.close();
