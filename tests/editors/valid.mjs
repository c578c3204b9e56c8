// Holds every charter, record and `columns.yaml` that is shipped against the schemas, with a validator
// that is not ours and in YAML 1.2, as editors read it: a day and `13:00` are texts there, and so is `no`.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, program] = process.argv.slice(2);
const require = createRequire(`${packages}/`);
const Ajv = require("ajv/dist/2020").default;
const YAML = require("yaml");

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
// What editors show in place of a pattern; it is no part of the standard.
ajv.addKeyword("patternErrorMessage");
const schema = (...about) => JSON.parse(execFileSync(program, ["schema", ...about], { maxBuffer: 1 << 26 }));
const validators = {};
for (const kind of ["charter", "record", "columns"]) validators[kind] = ajv.compile(schema(kind));

const tally = {};
let wrong = 0;
function hold(kind, where, data, validate = validators[kind]) {
  tally[kind] = (tally[kind] ?? 0) + 1;
  if (validate(data)) return;
  wrong += 1;
  for (const { instancePath, message } of validate.errors) console.log(`${where}: ${instancePath} ${message}`);
}
function documents(text, where) {
  return YAML.parseAllDocuments(text, { merge: true }).map((document) => {
    if (document.errors.length > 0) throw new Error(`${where}: ${document.errors[0].message}`);
    return document.toJS();
  });
}
function files(folder) {
  const all = readdirSync(folder, { withFileTypes: true, recursive: true });
  return all.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`).sort();
}

for (const file of ["charter.yaml", ...files("examples")]) {
  const name = file.split("/").at(-1);
  const kind = { "charter.yaml": "charter", "columns.yaml": "columns" }[name] ?? "record";
  for (const data of documents(readFileSync(file, "utf8"), file)) hold(kind, file, data);
}
// Records of an area are valid by the words of its own charter, too.
for (const charter of files("examples").filter((file) => file.endsWith("/charter.yaml"))) {
  const own = ajv.compile(schema("record", "--charter", charter));
  for (const file of files(charter.replace(/charter\.yaml$/, "records"))) {
    for (const data of documents(readFileSync(file, "utf8"), file)) hold("record of an area", file, data, own);
  }
}
const [examples] = documents(readFileSync("charter.examples.yaml", "utf8"), "charter.examples.yaml");
for (const [id, all] of Object.entries(examples)) {
  hold("charter", `charter.examples.yaml, ${id}`, { extends: "built-in", clauses: [{ id, examples: all }] });
}
// The README shows records, a `columns.yaml` and parts of charters.
const readme = readFileSync("README.md", "utf8");
for (const [, text] of readme.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)) {
  for (const data of documents(text, "README.md")) {
    const keys = Object.keys(Array.isArray(data) ? data[0] : data);
    const has = (...names) => names.some((name) => keys.includes(name));
    // Settings of other programs.
    if (has("jobs", "repos", "uses", "charter")) continue;
    if (has("verdict", "id") && has("examples", "rule", "of")) hold("charter", "README.md", { extends: "built-in", clauses: data });
    else if (has("defaults", "columns") && !has("extends")) hold("columns", "README.md", data);
    else if (has("extends", "clauses", "parties", "review", "confidentiality", "calendar", "standards")) hold("charter", "README.md", { extends: "built-in", ...data });
    else hold("record", `README.md, ${keys}`, data);
  }
}

// What the readers refuse, the schemas refuse.
const REFUSED = [
  ["record", "titel: Workshop"],
  ["record", "- title: Workshop\n- titel: Workshop"],
  ["record", "kind: worksop"],
  ["record", "record: decison"],
  ["record", "record: decision\nnotice: none"],
  ["record", "date: 1/2/2026"],
  ["record", "date: 2026-13-01"],
  ["record", "start: 9.30"],
  ["record", "start: 25:00"],
  ["record", "notice: { send: 2026-01-01 }"],
  ["record", "notice: { sent: 3 March 2026 }"],
  ["record", "notice: 2026-01-01"],
  ["record", "cyp: { involved: perhaps }"],
  ["record", "attendance: { cyp: a few }"],
  ["record", "attendance: { cyp: -1 }"],
  ["record", "audience: [parents, teachers]"],
  ["record", "moved_from: 2026-01-01"],
  ["record", "explanations: [{ clause: O4c, reason: bored }]"],
  ["record", "explanations: [{ clause: O4c, agreed_by: [{ name: forum }] }]"],
  ["record", "purpose: { x: 1 }"],
  ["charter", "title: A charter"],
  ["charter", "extends: other"],
  ["charter", "extends: built-in\nlader: [one, two]"],
  ["charter", "extends: built-in\nclauses: [{ of: forum }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, severity: terrible }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { notise: {} } }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { notice: { standard: 14 } } }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { notice: { standard: 14 clear days, atleast: 1 day } } }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { notice: { at_least: 7 clear days } } }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { cyp-involved: { reps: 2 } } }]"],
  ["charter", "extends: built-in\nclauses: [{ id: A, rule: { signed: {}, custom: {} } }]"],
  ["charter", "extends: built-in\nfields: { quiet_room: maybe }"],
  ["charter", "extends: built-in\nmust_record: [feedbak]"],
  ["charter", "extends: built-in\ncalendar: { school_day: { lessons: 08:45 } }"],
  ["charter", "extends: built-in\nparties: { council: { name: A Council } }"],
  ["columns", "columns: { Went out on: notice.snt }"],
  ["columns", "dates: day-frst"],
  ["columns", "defaults: { organizers: [council] }"],
];
for (const [kind, text] of REFUSED) {
  for (const data of documents(text, text)) {
    if (validators[kind](data)) {
      wrong += 1;
      console.log(`${kind}: nothing is found wrong with ${JSON.stringify(text)}`);
    }
  }
}
const counted = Object.entries(tally).map(([kind, count]) => `${kind} ${count}`).join(", ");
console.log(`ajv: ${counted} valid; ${REFUSED.length} refused${wrong > 0 ? `; ${wrong} wrong` : ""}`);
// So many are shipped at least, or something was not found.
const fewest = { charter: 40, record: 100, "record of an area": 30, columns: 1 };
for (const [kind, count] of Object.entries(fewest)) if ((tally[kind] ?? 0) < count) { wrong += 1; console.log(`too few: ${kind}`); }
process.exit(wrong > 0 ? 1 : 0);
