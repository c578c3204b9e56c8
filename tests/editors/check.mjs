// Writes charters, records and `columns.yaml` as somebody would in an editor: what is proposed, what is
// said of a field, what is marked as wrong.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";

import { Server } from "./server.mjs";

const [packages, program] = process.argv.slice(2);
const KINDS = ["charter", "record", "columns"];
const folder = mkdtempSync(`${tmpdir()}/charter-audit-editors-`);
const run = (...args) => execFileSync(resolve(program), args, { maxBuffer: 1 << 26 }).toString();

// Everything as `--editors` says.
const schemas = {};
const modelines = {};
for (const kind of KINDS) {
  writeFileSync(`${folder}/${kind}.schema.json`, run("schema", kind));
  const said = run("schema", kind, "--editors");
  const settings = JSON.parse(/^\{[\s\S]*?^\}/m.exec(said)[0])["yaml.schemas"];
  for (const [path, names] of Object.entries(settings)) schemas[resolve(folder, path)] = names;
  modelines[kind] = /^# yaml-language-server: .*$/m.exec(said)[0];
}
const yaml = {
  validate: true, hover: true, completion: true, schemaStore: { enable: false },
  schemas, customTags: ["!unclear scalar"],
};

let checked = 0;
const wrong = [];
function expect(is, what) {
  checked += 1;
  if (!is) wrong.push(what);
}

let opened = 0;
const server = new Server(packages, { yaml, http: {}, "[yaml]": {}, editor: {}, files: {} });

// A file that falls under the settings, each in a folder of its own; `^` is where somebody writes.
function place(kind, text) {
  opened += 1;
  const name = { charter: "charter.yaml", record: "records/one.yaml", columns: "columns.yaml" }[kind];
  const at = text.indexOf("^");
  const before = text.slice(0, Math.max(at, 0));
  const position = { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
  const uri = `file://${folder}/${opened}/${name}`;
  return { uri, text: text.replace("^", ""), textDocument: { uri }, position };
}

async function proposes(kind, text, wanted, unwanted = []) {
  const { uri, text: clean, textDocument, position } = place(kind, text);
  await server.open(uri, clean);
  const answer = await server.ask("textDocument/completion", { textDocument, position });
  const labels = (answer?.items ?? []).map((item) => item.label);
  for (const one of wanted) expect(labels.includes(one), `${kind} ${JSON.stringify(text)} does not propose ${one}, but ${labels}`);
  for (const one of unwanted) expect(!labels.includes(one), `${kind} ${JSON.stringify(text)} proposes ${one}`);
}

async function says(kind, text, words) {
  const { uri, text: clean, textDocument, position } = place(kind, text);
  await server.open(uri, clean);
  const answer = await server.ask("textDocument/hover", { textDocument, position });
  const said = answer?.contents?.value ?? "";
  expect(said.includes(words), `${kind} ${JSON.stringify(text)} says ${JSON.stringify(said)}`);
}

// `found` are the places and messages that are marked; none where all is well.
async function marks(kind, text, found) {
  const { uri, text: clean } = place(kind, text);
  const diagnostics = await server.open(uri, clean);
  const marked = diagnostics.map((it) => `${it.range.start.line + 1}:${it.range.start.character + 1} ${it.message}`).sort();
  const as = marked.length === found.length && found.toSorted().every((one, at) => marked[at].startsWith(one));
  expect(as, `${kind} ${JSON.stringify(text)} is marked with ${JSON.stringify(marked)}`);
}

async function records() {
  await proposes("record", "title: Workshop\n^", ["date", "notice", "cyp", "explanations", "record"], ["title", "decided"]);
  await proposes("record", "^", ["title", "kind"]);
  await proposes("record", "title: Workshop\nnotice:\n  ^", ["sent", "channel", "purpose"], ["title"]);
  await proposes("record", "record: decision\n^", ["decided", "options_fixed"], ["notice", "record"]);
  await proposes("record", "- title: Workshop\n- record: request\n  ^", ["for", "answered"]);
  await proposes("record", "title: Workshop\nkind: ^", ["workshop", "meeting", "survey", "forum-meeting"]);
  await proposes("record", "status: ^", ["held", "planned", "cancelled"]);
  await proposes("record", "audience:\n  - ^", ["parents", "cyp", "staff"]);
  await proposes("record", "venue:\n  access:\n    ^", ["step_free", "hearing_loop", "why_not"]);
  // What YAML 1.1 would take for an answer, the server puts in quotes, and that is read alike.
  await proposes("record", "venue:\n  access:\n    hearing_loop: ^", ['"yes"', '"no"']);
  await proposes("record", "explanations:\n  - reason: ^", ["venue-unavailable", "agreed-with-forum"]);
  await says("record", "title: Workshop\nno^tice:\n  sent: 2026-01-19\n", "How people were told.");
  await says("record", "title: Workshop\nnotice:\n  se^nt: 2026-01-19\n", "The day of the first notice");
  await says("record", "cyp: { involved: yes, vo^ice: pictures }\n", "How they could express themselves.");
  await says("record", "record: decision\ndec^ided: 2026-06-10\n", "The day it was or will be taken.");
  await marks("record", "title: Workshop\ntitel: Workshop\n", ["2:1 Property titel is not allowed."]);
  await marks("record", "- title: Workshop\n- titel: Workshop\n", ["2:3 Property titel is not allowed."]);
  await marks("record", "title: One\n---\ntitel: Two\n", ["3:1 Property titel is not allowed."]);
  await marks("record", "notice: { send: 2026-01-01 }\n", ["1:11 Property send is not allowed."]);
  await marks("record", "record: decision\nnotice: none\n", ["2:1 Property notice is not allowed."]);
  await marks("record", "kind: worksop\n", ["1:7 Value is not accepted. Valid values: \"meeting\", \"workshop\""]);
  await marks("record", "date: 1/2/2026\n", ["1:7 write a day as year-month-day, such as 2026-03-01"]);
  await marks("record", "attendance: { cyp: a few }\n", ["1:20 write a number of people"]);
  await marks("record", EVERY_WAY, []);
}

// What people write in more ways than one.
const EVERY_WAY = `
title: 2026
kind: Forum meeting
status: Held
date: 2026-02-26
start: 9:30
end: 13:00
audience: parents
organisers: [council, forum]
notice: none
papers: yes
forum: shared by email
cyp: no
service_parents: { involved: true }
timing: TBC
feedback: { sent: yes, to: [parents, CYP] }
attendance: { parents: 12, cyp: <5, staff: 5-9, forum_reps: 10+, total: about 30 }
moved_from: { date: 2026-02-12, told: 2026-01-28 }
experience: { complaint: no, responded: none }
scope_for_change: { in: activities, out: [budget, 7] }
contact:
local: { quiet_room: yes }
`;

async function charters() {
  await proposes("charter", "^", ["title", "extends", "clauses", "calendar"]);
  await proposes("charter", "extends: ^", ["built-in"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    ^", ["severity", "rule", "not_judged", "examples"], ["id"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    severity: ^", ["breach", "concern", "advice"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    rule:\n      ^", ["notice", "feedback-in-time", "custom"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    rule:\n      notice:\n        ^", ["standard", "at_least", "aim"], ["at_most"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    rule:\n      school-times:\n        parents_avoid:\n          - ^", ["drop_off", "holidays"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    examples:\n      - as_of: 2026-01-01\n        verdict: ^", ["kept", "not-kept"]);
  await proposes("charter", "extends: built-in\nclauses:\n  - id: A\n    examples:\n      - as_of: 2026-01-01\n        record:\n          ^", ["title", "notice"]);
  await proposes("charter", "parties:\n  council:\n    side: ^", ["organisation", "forum"]);
  await says("charter", "extends: built-in\nreview: { eve^ry: 12 months }\n", "In months or years.");
  await says("charter", "extends: built-in\nclauses:\n  - id: A\n    rule: { not^ice: { standard: 14 clear days } }\n", "Whether people heard of a meeting early enough to come.");
  await says("charter", "extends: built-in\nclauses:\n  - id: A\n    rule: { notice: { stan^dard: 14 clear days } }\n", "The least notice that keeps the promise");
  await marks("charter", "extends: built-in\nlader: [one, two]\n", ["2:1 Property lader is not allowed."]);
  await marks("charter", "extends: built-in\nclauses:\n  - id: A\n    rule: { notice: { standard: 14 clear days, atleast: 1 day } }\n", ["4:48 Property atleast is not allowed."]);
  await marks("charter", "extends: built-in\nclauses:\n  - id: A\n    severity: terrible\n", ["4:15 Value is not accepted. Valid values: \"breach\", \"concern\", \"advice\"."]);
  await marks("charter", "title: A charter\n", ["1:1 Missing property \"parties\".", "1:1 Missing property \"clauses\"."]);
  await marks("charter", "extends: built-in\nclauses: { id: A, explainable: no, rule: { notice: { standard: 2  Weeks } } }\nlocal:\n", ["3:1 Property local is not allowed."]);
}

async function columns() {
  await proposes("columns", "^", ["columns", "dates", "defaults"]);
  await proposes("columns", "dates: ^", ["day-first", "month-first"]);
  await proposes("columns", "columns:\n  Went out on: ^", ["notice.sent", "none"], ["notice"]);
  await proposes("columns", "defaults:\n  audience: [^]", ["parents", "cyp"]);
  await says("columns", "da^tes: day-first\n", "How the tables write days");
  await marks("columns", "default: { audience: parents }\n", ["1:1 Property default is not allowed."]);
  await marks("columns", "dates: day-frst\n", ["1:8 Value is not accepted. Valid values: \"day-first\", \"month-first\"."]);
  await marks("columns", "columns: { Went out on: notice.snt }\n", ["1:25 "]);
  await marks("columns", "columns:\n  Went out on: notice.sent\n  Officer: none\n  Room:\n  Ours: local.quiet_room\ndates: Day first\n", []);
}

// Without settings, by the first line of a file.
async function byTheirFirstLine() {
  for (const [kind, text] of [["record", "titel: x\n"], ["charter", "extends: built-in\nlader: []\n"], ["columns", "date: x\n"]]) {
    const uri = `file://${folder}/first-line-of-${kind}.yaml`;
    const found = await server.open(uri, `${modelines[kind]}\n${text}`);
    expect(found.some((it) => it.message.includes("is not allowed")), `${kind} by its first line: ${JSON.stringify(found)}`);
  }
}

// What is shipped has nothing to mark.
async function shipped() {
  const all = readdirSync("examples", { withFileTypes: true, recursive: true });
  const files = all.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
  const marked = ["charter.yaml", ...files.sort()].map((file) => {
    const kind = file.endsWith("charter.yaml") ? "charter" : file.endsWith("columns.yaml") ? "columns" : "record";
    return marks(kind, readFileSync(file, "utf8").replaceAll("^", ""), []);
  });
  await Promise.all(marked);
  expect(files.length > 60, `only ${files.length} examples were found`);
}

try {
  await server.start(folder);
  for (const part of [records, charters, columns, byTheirFirstLine, shipped]) await part();
  await server.stop();
} finally {
  server.process.kill();
  rmSync(folder, { recursive: true });
}
for (const one of wrong) console.log(one);
console.log(`yaml-language-server: ${checked} checks${wrong.length > 0 ? `, ${wrong.length} of them wrong` : ""}`);
process.exit(wrong.length > 0 ? 1 : 0);
