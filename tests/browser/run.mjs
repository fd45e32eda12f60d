// Drives a real browser over review sheets: `node run.mjs PHASE FOLDER`. Prints one line of JSON for each check:
// {"name", "problems": [...], "measured": {...}}. What the pages hold is made, and judged further, by tests/browser.rs.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [phase, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["en", "fr", "es"];
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 740 };
// As a list in an editor is used; a page of this many findings is searched, not read.
const PATIENCE = { paint: 6000, filter: 5000 };

const browser = await chromium.launch({
  executablePath: process.env.MISSIONLINT_BROWSER,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const noise = [];

// Opens a page, noting every request that leaves it and every complaint in its console.
async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: "en-GB", acceptDownloads: true, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(resolve(folder, name)).href;
  page.setDefaultTimeout(60000);
  page.on("console", (message) => noise.push(`${name}: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`${name}: ${error}`));
  page.on("request", (request) => {
    const isLink = request.isNavigationRequest() && request.url().startsWith("file:");
    if (request.url() !== url && !isLink && !request.url().startsWith("blob:")) noise.push(`${name}: request ${request.url()}`);
  });
  page.on("dialog", async (dialog) => {
    if (dialog.type() !== "beforeunload") noise.push(`${name}: dialog ${dialog.message()}`);
    await dialog.accept();
  });
  await page.goto(url);
  return page;
}

const speak = (page, language) => page.locator(`#in-${language}`).check({ force: true });
const visible = (page, selector) => page.locator(selector).filter({ visible: true }).count();

async function check(name, run) {
  const problems = [];
  const measured = {};
  const expect = (is, what) => { if (!is) problems.push(what); };
  try {
    await run(expect, measured);
  } catch (error) {
    problems.push(String(error.stack ?? error).slice(0, 2000));
  }
  console.log(JSON.stringify({ name, problems, measured }));
}

async function violations(page) {
  // The policy of the page allows no foreign script; the debugger is not bound by it.
  await page.evaluate((source) => { (0, eval)(source); }, axe).catch(() => page.addScriptTag({ content: axe }));
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return result.violations.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`).join(" | ")}`);
}

const phases = {
  async first() {
    await check("the_verdict_comes_first", async (expect) => {
      for (const [name, words] of [["ready.html", ["Ready to submit", "Prête à être soumise", "Lista para presentarse"]],
        ["broken.html", ["Not ready to submit", "Pas prête à être soumise", "No está lista para presentarse"]]]) {
        const page = await open(name);
        for (const [at, language] of LANGUAGES.entries()) {
          await speak(page, language);
          const box = await page.locator("#verdict").boundingBox();
          const text = await page.locator("#verdict").innerText();
          expect(text === words[at], `${name} ${language}: ${text}`);
          expect(box.y < 300, `${name}: the verdict is at ${box.y}`);
        }
        await page.context().close();
      }
    });

    await check("it_reads_without_scripts", async (expect) => {
      const page = await open("broken.html", { javaScriptEnabled: false });
      const findings = await page.locator(".finding h4").count();
      expect(findings > 3, `${findings} findings`);
      expect(await visible(page, ".finding h4") === findings, "some finding is not shown");
      expect(await visible(page, ".tools, #save, .decide, button") === 0, "there is something that needs a script");
      expect(await page.locator("html").getAttribute("lang") === "en", "another language");
      await speak(page, "fr");
      expect((await page.locator("#findings").innerText()) === "Constats", "the switch of languages needs a script");
      await page.locator(".finding details.technical summary").first().click();
      expect(await visible(page, ".finding details.technical dl") === 1, "nothing unfolds");
      await page.context().close();
    });

    await check("findings_are_filtered_and_searched", async (expect) => {
      const page = await open("broken.html");
      const all = await page.locator(".finding").count();
      const errors = await page.locator(".finding.error").count();
      expect(await page.locator("#shown-count").innerText() === String(all), "not all are shown at first");
      await page.locator("[name=severity][value=warning]").uncheck();
      await page.locator("[name=severity][value=advice]").uncheck();
      await page.waitForTimeout(300);
      expect(await visible(page, ".finding") === errors, "other severities are shown");
      expect(await page.locator("#shown-count").innerText() === String(errors), "another count");
      for (const group of await page.locator(".group").all()) {
        const inside = await group.locator(".finding").filter({ visible: true }).count();
        expect((await group.isVisible()) === inside > 0, "a group without findings");
      }
      await page.locator("#everything").click();
      expect(await visible(page, ".finding") === all, "not all come back");
      await page.locator("#search").fill("SUB-TOM");
      await page.waitForTimeout(300);
      const found = await page.locator(".finding").filter({ visible: true }).allTextContents();
      expect(found.length > 0 && found.length < all && found.every((text) => text.includes("sub-tom")), `${found.length} with sub-tom`);
      // Accents and case make no difference, in whatever language.
      await speak(page, "fr");
      await page.locator("#search").fill("representation");
      await page.waitForTimeout(300);
      expect(await visible(page, ".finding") > 0, "nothing with représentation");
      await page.locator("#search").fill("no such word anywhere");
      await page.waitForTimeout(300);
      expect(await page.locator("#none-shown").isVisible(), "nobody says that nothing matches");
      // A link to a finding that is filtered out shows it.
      await page.locator(".tasks a").first().click();
      await page.waitForTimeout(300);
      expect(await visible(page, ".finding:target") === 1, "a link leads to what is not shown");
      await page.locator("button[data-task]").first().click();
      const name = await page.locator("button[data-task]").first().getAttribute("data-task");
      const tasks = await page.locator(".finding").filter({ visible: true }).evaluateAll((list) => list.map((it) => it.dataset.task));
      expect(tasks.length > 0 && tasks.every((task) => task === name), `the tasks of ${name}: ${tasks}`);
      await page.context().close();
    });

    await check("the_keyboard_reaches_everything", async (expect) => {
      const page = await open("broken.html", { reducedMotion: "reduce" });
      const focused = () => page.evaluate(() => {
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        const style = getComputedStyle(it);
        const shown = it.closest("label") ?? it;
        const outer = getComputedStyle(shown);
        return { name: it.id || it.className || it.tagName, tag: it.tagName, href: it.getAttribute("href"), type: it.type,
          outline: style.outlineStyle !== "none" || outer.outlineStyle !== "none", inView: box.bottom > 0 && box.top < innerHeight };
      });
      await page.keyboard.press("Tab");
      expect((await focused()).href === "#main", "the first stop is not the way past the banner");
      await page.keyboard.press("Enter");
      expect((await focused()).name === "main", "the way past the banner leads nowhere");
      await page.reload();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect((await focused()).name === "in-en", "the second stop is not the switch of languages");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("html").getAttribute("lang") === "fr", "arrows do not switch languages");
      const seen = new Set();
      for (let step = 0; step < 400; step += 1) {
        await page.keyboard.press("Tab");
        const now = await focused();
        if (now.tag === "BODY") break;
        seen.add(now.type || now.tag);
        expect(now.outline, `${now.name} does not show the focus`);
        expect(now.inView, `${now.name} has the focus out of sight`);
      }
      for (const kind of ["search", "checkbox", "SUMMARY", "A", "radio", "submit", "text"]) expect(seen.has(kind), `no stop at ${kind}: ${[...seen]}`);
      await page.locator(".decision input[type=radio]").first().focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#decided-count").innerText() === "1", "a decision needs a mouse");
      await page.context().close();
    });

    await check("everything_is_there_in_three_languages", async (expect) => {
      for (const name of ["ready.html", "broken.html", "hostile.html"]) {
        const page = await open(name);
        for (const language of LANGUAGES) {
          await speak(page, language);
          expect(await page.locator("html").getAttribute("lang") === language, `${name}: the document does not say ${language}`);
          const wrong = await page.evaluate((language) => [...document.querySelectorAll("body [lang]")]
            .filter((it) => it.lang !== language && !it.closest(".languages") && it.checkVisibility()).map((it) => it.outerHTML.slice(0, 200)), language);
          expect(wrong.length === 0, `${name} ${language}: ${wrong.slice(0, 3)}`);
        }
        const alone = await page.evaluate((languages) => {
          const parents = new Set([...document.querySelectorAll("body [lang]")].map((it) => it.parentElement));
          return [...parents].filter((parent) => !parent.closest(".languages")).filter((parent) => {
            const there = [...parent.children].filter((it) => it.lang);
            return languages.some((language) => there.filter((it) => it.lang === language).length * 3 !== there.length);
          }).map((parent) => parent.outerHTML.slice(0, 300));
        }, LANGUAGES);
        expect(alone.length === 0, `${name}: not in every language: ${alone.slice(0, 2)}`);
        const empty = await page.evaluate(() => [...document.querySelectorAll("body [lang]")]
          .filter((it) => it.textContent.trim() === "" || /^[a-z]+-[a-z-]+$/.test(it.textContent) && it.textContent.startsWith("review-"))
          .map((it) => it.parentElement.outerHTML.slice(0, 200)));
        expect(empty.length === 0, `${name}: without words: ${empty.slice(0, 3)}`);
        await page.context().close();
      }
      const page = await open("broken.html");
      await speak(page, "es");
      expect((await page.title()).startsWith("Ficha de revisión"), `title: ${await page.title()}`);
      await page.context().close();
    });

    await check("decisions_are_saved", async (expect) => {
      const page = await open("broken.html");
      const decide = async (finding, ruling) => {
        await finding.scrollIntoViewIfNeeded();
        await finding.locator(`input[value=${ruling}]`).check();
      };
      const exception = page.locator(".finding[data-rule=subnational-presence-unrepresented]").first();
      await decide(exception, "exception");
      expect(await exception.locator("[data-missing]").isVisible(), "nobody asks for a reason");
      await page.locator("#save button").click();
      expect(await page.locator("#incomplete").isVisible(), "an exception without a reason can be saved");
      await exception.locator("[data-field=reason]").fill("  The hub in Mopti covers it <b>until</b> the road is open ");
      await exception.locator("[data-field=owner]").fill("Head of Office, Mopti");
      await exception.locator("[data-field=expires]").fill("2025-06-30");
      const error = page.locator(".finding.error").first();
      await decide(error, "to-fix");
      const withdrawn = page.locator(".finding").nth(1);
      await decide(withdrawn, "accepted");
      await withdrawn.locator("[data-clear]").click();
      await page.locator("#role").fill("Regional Thematic Specialist");
      expect(await page.locator("#decided-count").innerText() === "2", "another number of decisions");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save button").click()]);
      expect(download.suggestedFilename() === "review.json", download.suggestedFilename());
      await download.saveAs(join(folder, "review.json"));
      expect((await page.locator("#saved").innerText()).length > 0, "nobody says that it is saved");
      await page.context().close();
    });

    await check("a_sheet_fits_paper", async (expect, measured) => {
      const page = await open("broken.html");
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 690, height: 980 });
      expect(await visible(page, ".tools, #save, .languages, .contents, button, .technical") === 0, "controls are printed");
      expect(await page.locator("#verdict").isVisible() && await visible(page, ".finding h4") > 0, "something is not printed");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= 690, `wider than A4: ${width}`);
      const pdf = await page.pdf({ path: join(folder, "sheet.pdf"), preferCSSPageSize: true });
      const text = pdf.toString("latin1");
      const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      measured.pages = boxes.length;
      expect(boxes.length > 0 && boxes.every(([, w, h]) => Math.abs(w - 595) < 1.5 && Math.abs(h - 842) < 1.5), `pages: ${boxes.slice(0, 2)}`);
      await page.context().close();
    });

    await check("axe_finds_nothing", async (expect) => {
      for (const name of ["ready.html", "broken.html", "hostile.html", "several.html"]) {
        const page = await open(name);
        for (const language of LANGUAGES) {
          await speak(page, language);
          if (name === "broken.html") {
            await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
            const first = page.locator(".finding").first();
            await first.scrollIntoViewIfNeeded();
            await first.locator("input[type=radio]").last().check();
          }
          for (const problem of await violations(page)) expect(false, `${name} ${language}: ${problem}`);
        }
        await page.context().close();
      }
      const phone = await open("broken.html", { viewport: PHONE, hasTouch: true, isMobile: true });
      for (const problem of await violations(phone)) expect(false, `phone: ${problem}`);
      await phone.context().close();
    });

    await check("it_fits_a_phone", async (expect) => {
      for (const name of ["ready.html", "broken.html", "hostile.html", "several.html"]) {
        for (const language of LANGUAGES) {
          const page = await open(name, { viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
          await speak(page, language);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width <= PHONE.width, `${name} ${language}: ${width} wide`);
          const small = await page.evaluate(() => [...document.querySelectorAll("button, input, summary, .chip, .languages label, .contents a, .counts a")]
            .filter((it) => it.checkVisibility() && !it.closest(".languages input, .chip input") && it.getBoundingClientRect().height < 24 && !it.matches(".languages input, input[type=radio], input[type=checkbox]"))
            .map((it) => `${it.outerHTML.slice(0, 120)} ${it.getBoundingClientRect().height}`));
          expect(small.length === 0, `${name}: hard to hit: ${small.slice(0, 3)}`);
          await page.context().close();
        }
      }
    });

    await check("nothing_moves_where_motion_is_unwanted", async (expect) => {
      const page = await open("broken.html", { reducedMotion: "reduce" });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior) === "auto", "it scrolls softly");
      await page.context().close();
    });

    await check("hostile_content_is_text", async (expect) => {
      const page = await open("hostile.html");
      const found = await page.evaluate(() => ({
        scripts: document.scripts.length,
        foreign: document.querySelectorAll("img, iframe, object, embed, video, audio, link, form[action], base, a[href^=javascript], [onerror], [onclick], [style]").length,
        stolen: globalThis.stolen ?? null,
        text: document.body.textContent.includes("<img src=x onerror="),
        marks: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(document.body.textContent),
      }));
      expect(found.scripts === 2, `${found.scripts} scripts`);
      expect(found.foreign === 0, `${found.foreign} foreign elements`);
      expect(found.stolen === null, "a script of the records has run");
      expect(found.text, "the markup of the records is not shown as text");
      expect(!found.marks, "characters that turn the direction of text");
      await page.context().close();
    });

    if (existsSync(join(folder, "many.html"))) {
      await check("ten_thousand_findings_are_usable", async (expect, measured) => {
        const page = await open("many.html");
        measured.findings = await page.locator(".finding").count();
        expect(measured.findings >= 10000, `${measured.findings} findings`);
        measured.paint = Math.round(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
        measured.load = Math.round(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
        const time = (act) => page.evaluate(async (act) => {
          const start = performance.now();
          if (act === "search") {
            const search = document.querySelector("#search");
            search.value = "P-03141";
            search.dispatchEvent(new Event("input", { bubbles: true }));
          } else {
            document.querySelector("[name=severity][value=error]").click();
          }
          await new Promise((done) => setTimeout(done, 125));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return Math.round(performance.now() - start);
        }, act);
        measured.search = await time("search");
        const left = await visible(page, ".finding");
        expect(left > 0 && left < 100, `${left} with P-03141`);
        await page.locator("#everything").click();
        measured.filter = await time("filter");
        expect(await visible(page, ".finding.error") === 0, "errors are still shown");
        const start = Date.now();
        await speak(page, "fr");
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        measured.language = Date.now() - start;
        expect(measured.paint < PATIENCE.paint, `first paint after ${measured.paint} ms`);
        for (const act of ["search", "filter", "language"]) expect(measured[act] < PATIENCE.filter, `${act} takes ${measured[act]} ms`);
        await page.context().close();
      });
    }

    await check("nothing_is_requested_and_nothing_complains", async (expect) => {
      expect(noise.length === 0, noise.slice(0, 5).join("\n"));
    });
  },

  async world() {
    const PAGES = ["world.html", "hostile-audit.html", "one.html"];

    await check("the_world_reads_without_scripts", async (expect, measured) => {
      const page = await open("world.html", { javaScriptEnabled: false });
      measured.bytes = statSync(join(folder, "world.html")).size;
      expect(measured.bytes < 4_000_000, `${measured.bytes} bytes`);
      const missions = await visible(page, ".league > tbody > tr:first-child");
      expect(missions >= 168, `${missions} missions`);
      expect(await visible(page, ".tools, button") === 0, "there is something that needs a script");
      expect((await page.locator("#verdict").innerText()).includes("of 168 missions"), await page.locator("#verdict").innerText());
      await speak(page, "fr");
      expect((await page.locator("#trends").innerText()) === "Mois par mois", "the switch of languages needs a script");
      await page.locator(".league summary").first().click();
      expect(await visible(page, ".league .more") === 1, "nothing unfolds");
      expect(await visible(page, "svg.trend path.line") > 0, "no line");
      await page.context().close();
    });

    await check("missions_are_sorted_and_searched", async (expect, measured) => {
      const page = await open("world.html");
      measured.load = Math.round(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
      expect(measured.load < PATIENCE.paint, `loaded after ${measured.load} ms`);
      const column = (table, at) => page.evaluate(([table, at]) => {
        const it = document.querySelector(table);
        const rows = "bodies" in it.dataset ? [...it.tBodies].map((body) => body.rows[0]) : [...it.tBodies[0].rows];
        return rows.map((row) => row.cells[at].dataset.v ?? null);
      }, [table, at]);
      const isSorted = (values, sign) => {
        const numbers = values.filter((it) => it !== null).map(Number);
        const blanksLast = values.slice(numbers.length).every((it) => it === null);
        return blanksLast && numbers.every((it, at) => at === 0 || sign * (numbers[at - 1] - it) <= 0);
      };
      expect(isSorted(await column(".league", 7), -1), "the weakest are not first");
      for (const [table, at] of [[".league", 4], [".league", 10], [".heat", 2], ["[data-dimension=rule]", 5]]) {
        const head = page.locator(`${table} thead th`).nth(at);
        const start = Date.now();
        await head.locator("button").click();
        measured.sort = Math.max(measured.sort ?? 0, Date.now() - start);
        const first = await head.getAttribute("aria-sort");
        expect(isSorted(await column(table, at), first === "ascending" ? 1 : -1), `${table} ${at} ${first}`);
        await head.locator("button").click();
        const second = await head.getAttribute("aria-sort");
        expect(second !== first && isSorted(await column(table, at), second === "ascending" ? 1 : -1), `${table} ${at} ${second}`);
        expect(await page.locator(`${table} [aria-sort]`).count() === 1, "two orders at once");
      }
      expect(measured.sort < PATIENCE.filter, `sorting takes ${measured.sort} ms`);
      const shown = () => visible(page, ".league > tbody");
      const all = await page.locator(".league > tbody:not([data-state=empty])").count();
      expect(await page.locator("#shown-count").innerText() === String(all) && all === 168, "another count");
      await page.locator("#search").fill("MLI");
      await page.waitForTimeout(300);
      expect(await shown() >= 1 && await shown() < 10, `${await shown()} with MLI`);
      await page.locator("#search").fill("no such place anywhere");
      await page.waitForTimeout(300);
      expect(await shown() === 0 && await page.locator("#shown-count").innerText() === "0", "something matches");
      await page.locator("#search").fill("");
      await page.locator("[name=state][value=not-ready]").uncheck();
      await page.waitForTimeout(300);
      expect(await visible(page, ".league > tbody[data-state=not-ready]") === 0, "what is filtered out is shown");
      await page.context().close();
    });

    await check("missions_fold_out_what_is_weak", async (expect) => {
      const page = await open("world.html");
      const mission = page.locator(".league > tbody").nth(3);
      expect(!await mission.locator(".more").isVisible(), "it is open from the start");
      await mission.locator("summary").click();
      expect(await mission.locator(".more").isVisible(), "nothing unfolds");
      expect(await mission.locator(".more li").filter({ visible: true }).count() > 0, "nothing is weak");
      const link = mission.locator(".sheet a");
      await link.click();
      const id = await mission.locator("th").first().getAttribute("data-v").catch(() => null);
      await page.waitForLoadState();
      expect(page.url().includes("/sheets/"), `it leads to ${page.url()}`);
      expect((await page.title()).startsWith("Review sheet") && (id === null || (await page.title()).includes(id)), await page.title());
      await page.context().close();
      const links = await open("world.html");
      const targets = await links.locator(".sheet a").evaluateAll((list) => list.map((it) => decodeURIComponent(it.getAttribute("href"))));
      expect(targets.length === 168, `${targets.length} sheets`);
      for (const target of targets) expect(existsSync(join(folder, target)), `${target} is not there`);
      const anchors = await links.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
        .filter((it) => !document.getElementById(it.getAttribute("href").slice(1))).map((it) => it.outerHTML.slice(0, 120)));
      expect(anchors.length === 0, `lead nowhere: ${anchors.slice(0, 3)}`);
      await links.context().close();
    });

    await check("the_world_is_there_in_three_languages", async (expect) => {
      for (const name of PAGES) {
        const page = await open(name);
        for (const language of LANGUAGES) {
          await speak(page, language);
          expect(await page.locator("html").getAttribute("lang") === language, `${name}: the document does not say ${language}`);
          const wrong = await page.evaluate((language) => [...document.querySelectorAll("body [lang]")]
            .filter((it) => it.lang !== language && !it.closest(".languages") && it.checkVisibility()).length, language);
          expect(wrong === 0, `${name} ${language}: ${wrong} in another language`);
        }
        const bare = await page.evaluate(() => [...document.querySelectorAll("body [lang]")]
          .filter((it) => it.textContent.trim() === "" || /^(atlas|review|family)-[a-z_-]+$/.test(it.textContent)).map((it) => it.parentElement.outerHTML.slice(0, 200)));
        expect(bare.length === 0, `${name}: without words: ${bare.slice(0, 3)}`);
        const codes = await page.evaluate(() => [...document.body.textContent.matchAll(/\b(?:atlas|review)-[a-z]+-[a-z_-]+/g)].map((it) => it[0]));
        expect(codes.length === 0, `${name}: ${codes.slice(0, 5)}`);
        await page.context().close();
      }
      const page = await open("world.html");
      const first = page.locator("[data-region=DE]").first();
      for (const [language, name] of [["en", "Germany"], ["fr", "Allemagne"], ["es", "Alemania"]]) {
        await speak(page, language);
        expect((await first.textContent()) === name, `${language}: ${await first.textContent()}`);
      }
      await page.context().close();
    });

    await check("the_keyboard_reaches_the_world", async (expect) => {
      const page = await open("one.html", { reducedMotion: "reduce" });
      const seen = new Set();
      for (let step = 0; step < 300; step += 1) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(() => {
          const it = document.activeElement;
          const box = it.getBoundingClientRect();
          const outlined = [it, it.closest("label") ?? it].some((place) => getComputedStyle(place).outlineStyle !== "none");
          return { name: it.outerHTML.slice(0, 100), tag: it.tagName, kind: it.type || it.tagName, outlined, inView: box.bottom > 0 && box.top < innerHeight };
        });
        if (now.tag === "BODY") break;
        seen.add(now.kind);
        expect(now.outlined, `${now.name} does not show the focus`);
        expect(now.inView, `${now.name} has the focus out of sight`);
      }
      for (const kind of ["search", "checkbox", "SUMMARY", "A", "button", "DIV"]) expect(seen.has(kind), `no stop at ${kind}: ${[...seen]}`);
      await page.locator(".league thead button").nth(4).focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(".league thead th").nth(4).getAttribute("aria-sort") === "descending", "sorting needs a mouse");
      await page.locator(".league summary").first().focus();
      await page.keyboard.press("Enter");
      expect(await visible(page, ".league .more") === 1, "folding out needs a mouse");
      await page.context().close();
    });

    await check("the_world_fits_paper_and_phone", async (expect, measured) => {
      const page = await open("world.html");
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 1030, height: 720 });
      expect(await visible(page, ".tools, .languages, .contents") === 0, "controls are printed");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= 1030, `wider than A4: ${width}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      measured.pages = boxes.length;
      expect(boxes.length > 0 && boxes.every(([, w, h]) => Math.abs(w - 842) < 1.5 && Math.abs(h - 595) < 1.5), `pages: ${boxes.slice(0, 2)}`);
      await page.context().close();
      for (const name of PAGES) {
        for (const language of LANGUAGES) {
          const phone = await open(name, { viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
          await speak(phone, language);
          const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
          expect(wide <= PHONE.width, `${name} ${language}: ${wide} wide`);
          const small = await phone.evaluate(() => [...document.querySelectorAll("button, input, summary, .chip, .contents a, .counts a")]
            .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24 && !it.matches(".languages input, input[type=checkbox]"))
            .map((it) => `${it.outerHTML.slice(0, 120)} ${it.getBoundingClientRect().height}`));
          expect(small.length === 0, `${name}: hard to hit: ${small.slice(0, 3)}`);
          await phone.context().close();
        }
      }
    });

    await check("axe_finds_nothing_in_the_world", async (expect) => {
      for (const [name, languages] of [["world.html", ["en"]], ["one.html", LANGUAGES], ["hostile-audit.html", LANGUAGES]]) {
        const page = await open(name);
        for (const language of languages) {
          await speak(page, language);
          await page.evaluate(() => { for (const fold of [...document.querySelectorAll("details")].slice(0, 20)) fold.open = true; });
          for (const problem of await violations(page)) expect(false, `${name} ${language}: ${problem}`);
        }
        await page.context().close();
      }
      const phone = await open("one.html", { viewport: PHONE, hasTouch: true, isMobile: true });
      for (const problem of await violations(phone)) expect(false, `phone: ${problem}`);
      await phone.context().close();
    });

    await check("hostile_missions_are_text", async (expect) => {
      const page = await open("hostile-audit.html");
      const found = await page.evaluate(() => ({
        scripts: document.scripts.length,
        foreign: document.querySelectorAll("img, iframe, object, embed, video, audio, link, form[action], base, a[href^=javascript], [onerror], [onclick], [style]").length,
        stolen: globalThis.stolen ?? null,
        marks: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(document.body.textContent),
      }));
      expect(found.scripts === 2, `${found.scripts} scripts`);
      expect(found.foreign === 0, `${found.foreign} foreign elements`);
      expect(found.stolen === null, "a script of the records has run");
      expect(!found.marks, "characters that turn the direction of text");
      const names = readdirSync(join(folder, "hostile-sheets"));
      expect(names.length > 0 && names.every((name) => /^[a-z0-9-]+\.html$/.test(name)), `${names}`);
      await page.context().close();
    });

    await check("the_world_asks_for_nothing", async (expect) => {
      expect(noise.length === 0, noise.slice(0, 5).join("\n"));
    });
  },

  async again() {
    await check("decisions_are_shown_again", async (expect) => {
      const page = await open("again.html");
      const exception = page.locator(".finding[data-rule=subnational-presence-unrepresented]").first();
      const text = await exception.locator(".decided").textContent();
      expect(text.includes("Exception") && text.includes("The hub in Mopti covers it <b>until</b> the road is open"), text);
      expect(text.includes("30 June 2025") && text.includes("Regional Thematic Specialist"), text);
      expect(await exception.locator(".decided .stale").count() === 1, "the record has changed, and nobody says so");
      expect(await page.locator(".decided .stale").count() === 1, "another record is said to have changed");
      await exception.scrollIntoViewIfNeeded();
      expect(await exception.locator("input[value=exception]").isChecked(), "the decision is not taken up");
      expect(await exception.locator("[data-field=expires]").inputValue() === "2025-06-30", "nor its last day");
      expect(await page.locator("#decided-count").innerText() === "2", "another number of decisions");
      const quiet = await open("again.html", { javaScriptEnabled: false });
      expect(await visible(quiet, ".decided") === 2, "without scripts decisions are not shown");
      await quiet.context().close();
      await page.context().close();
    });
    await check("nothing_complains_about_decisions", async (expect) => {
      expect(noise.length === 0, noise.slice(0, 5).join("\n"));
    });
  },
};

await phases[phase]();
await browser.close();
