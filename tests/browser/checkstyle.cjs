// Reads a Checkstyle report as a plugin for pull requests does; prints what it would tell, as JSON.
const { readFileSync } = require("node:fs");
const { xml2js } = require("xml-js");
const { parseCheckstyle } = require("danger-plugin-lint-report/dist/parse/checkstyle_parser");

const [report, root] = process.argv.slice(2);
const told = parseCheckstyle(xml2js(readFileSync(report)), root);
process.stdout.write(JSON.stringify(told));
