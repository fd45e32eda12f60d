// Checks the files that a list names by a schema, with ajv: what somebody would write around it.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schema, paths] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
const names = readFileSync(paths, "utf8").split("\n").filter((name) => name !== "");
const wrong = names.filter((name) => !validate(JSON.parse(readFileSync(name, "utf8"))));
process.exitCode = wrong.length > 0 ? 1 : 0;
