// Makes the pictures of the README anew: `node pictures.mjs MISSIONLINT` with the path of the program, from the root of the
// project. The Mali mission of the fixtures, with a few faults planted, in three languages and on a phone.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const program = resolve(process.argv[2] ?? "target/debug/missionlint");
const pictures = resolve(process.argv[3] ?? ".github/screenshots");
const BROWSER = process.env.MISSIONLINT_BROWSER ?? "/usr/bin/chromium";
// Enough to read the letters, small enough for a README.
const QUALITY = 45;

const FAULTS = [
  ["representations/clusters.json", '"platform": "cl-hea",\n      "person": "P-06"', '"platform": "cl-hea",\n      "person": "P-03"'],
  ["contact-log.json", '"date": "2025-02-18"', '"date": "2024-02-18"'],
  ["meetings/2025-03.json", '"person": "P-06", "capacity": "member"', '"person": "P-36", "capacity": "member"'],
];

const folder = mkdtempSync(join(tmpdir(), "missionlint-"));
cpSync("fixtures/missions/mli", join(folder, "mli"), { recursive: true });
for (const [file, from, to] of FAULTS) {
  const path = join(folder, "mli", file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} must contain exactly once: ${from}`);
  writeFileSync(path, text.replace(from, to));
}
execFileSync(program, ["review", "mli", "-o", "review.html", "--lang", "en", "--fail-on", "never"], { cwd: folder });

const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

async function picture(name, language, options, act = async () => {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "review.html")).href);
  await page.locator(`#in-${language}`).check({ force: true });
  await act(page);
  const debuggerOfPage = await context.newCDPSession(page);
  const { data } = await debuggerOfPage.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, "base64"));
  if (process.env.PNG) await page.screenshot({ path: join(process.env.PNG, `${name}.png`) });
  await context.close();
}

const DESKTOP = { viewport: { width: 1100, height: 900 } };
const PHONE = { viewport: { width: 375, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const to = (selector) => (page) => page.locator(selector).first().evaluate((it) => it.scrollIntoView());

mkdirSync(pictures, { recursive: true });
await picture("review-en", "en", DESKTOP);
await picture("review-fr", "fr", DESKTOP, to("#matrix-0"));
await picture("review-es", "es", DESKTOP, to(".group"));
await picture("review-phone", "fr", PHONE);
await browser.close();
rmSync(folder, { recursive: true });
