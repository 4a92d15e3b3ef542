#!/usr/bin/env python3
"""Opens reports in Chromium as an editor would: browser_test.py RASHOMON SAMPLES [--keep FOLDER]

Screenshots and reports stay in FOLDER where one is given: look at them after a change of the page.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import large_findings

LARGE = 50_000
SECONDS_TO_OPEN = 3.0
MILLISECONDS_TO_FILTER = 200
NOISE = 2  # a machine of tests is not a quiet one

failures = []


def check(promise, kept, detail=""):
    print(f"{'ok    ' if kept else 'FAILED'} {promise}{'' if kept else f': {detail}'}")
    if not kept:
        failures.append(promise)


class Browser:
    """Pages that must not complain, each in a profile of its own."""

    def __init__(self, playwright):
        self.chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"])

    def open(self, report, hash="", **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = self.chromium.new_context(**options)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        page.on("dialog", lambda d: (page.complaints.append("dialog"), d.dismiss()))
        page.on("request", lambda r: page.complaints.append(r.url) if not r.url.startswith(("file:", "blob:")) else None)
        page.goto(report.as_uri() + hash)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]", timeout=30_000)
        return page


def until(page, condition):
    """Waits until `condition` holds; the page's policy forbids Playwright's own way."""
    for _ in range(300):
        if page.evaluate(condition):
            return
        time.sleep(0.05)
    sys.exit(f"FAILED never came true: {condition}")


def violations(page):
    return [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]}" for v in Axe().run(page).response["violations"]]


def audit(rashomon, corpus, out, *options):
    done = subprocess.run([rashomon, "audit", corpus, "--out", out, "-q", *options], check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"the audit of {corpus} failed")
    return pathlib.Path(out) / "report.html"


def visible(page, part):
    return page.locator(f"#list-{part} > .finding").count()


def samples(browser, rashomon, corpus, folder):
    report = audit(rashomon, corpus, folder / "samples")
    looks = {"desktop": {}, "phone": {"viewport": {"width": 360, "height": 740}}, "dark": {"color_scheme": "dark"}}
    for name, options in looks.items():
        page = browser.open(report, **options)
        page.screenshot(path=folder / f"samples-{name}.png", full_page=True)
        found = violations(page)
        check(f"axe finds nothing wrong, {name}", not found, "; ".join(found))
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(f"nothing is wider than the page, {name}", width <= 0, width)
        check(f"no complaint, {name}", not page.complaints, page.complaints)
    page.emulate_media(media="print", color_scheme="light")
    page.screenshot(path=folder / "samples-print.png", full_page=True)
    check("print leaves the controls out", not page.locator("#tools").is_visible())

    every = audit(rashomon, corpus, folder / "every", "--verdicts", "all")
    found = violations(browser.open(every))
    check("axe finds nothing wrong, every verdict", not found, "; ".join(found))

    page = browser.open(report)
    facts, twice = visible(page, "F"), visible(page, "R")
    check("findings are laid out", facts > 0 and twice > 0, (facts, twice))
    page.get_by_label("Words").fill("toll")
    until(page, f"document.querySelectorAll('.finding').length < {facts + twice}")
    check("words filter", "of" in page.locator(".count").inner_text())
    page.get_by_label("Words").fill("no such word anywhere")
    page.get_by_text("No finding is like that.").first.wait_for()
    page.get_by_role("button", name="Clear").click()
    until(page, f"document.querySelectorAll('.finding').length === {facts + twice}")
    check("clearing shows all again", True)

    first = page.locator("#list-R > .finding").first.get_attribute("id")
    page = browser.open(report, f"#{first}")
    target = page.locator(f"#{first}")
    check("a deep link leads to its finding", target.evaluate("e => e.matches(':target')") and
          target.evaluate("e => { const r = e.getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0; }"))
    target.locator("a.place").first.click()
    check("a place leads into the article", page.evaluate("location.hash").startswith("#doc-"))
    page.locator(".text a.ref").first.click()
    check("a mark leads back to its finding", page.evaluate("location.hash")[1] in "FR")

    decide(browser, page, report, rashomon, corpus, folder)

    page = browser.open(report, java_script_enabled=False)
    check("without script all findings can be read", visible(page, "F") == facts and visible(page, "R") == twice)


def decide(browser, page, report, rashomon, corpus, folder):
    card = page.locator("#F1")
    card.get_by_role("button", name="wrong").click()
    card.get_by_role("textbox").fill("two banks")
    card.get_by_role("textbox").blur()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    pressed = page.locator("#F1 button[value=wrong]").get_attribute("aria-pressed")
    check("a decision is there after a reload", pressed == "true")
    check("its note too", page.locator("#F1 .review input").input_value() == "two banks")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save 1 decision").click()
    saved = folder / "decisions.json"
    download.value.save_as(saved)
    check("it is saved with the finding's key", len(json.loads(saved.read_text())["decisions"][0]["key"]) == 16)
    check("no complaint while deciding", not page.complaints, page.complaints)
    found = violations(page)
    check("axe finds nothing wrong, decided", not found, "; ".join(found))

    other = browser.open(report)
    other.get_by_label("Load decisions").set_input_files(saved)
    until(other, "document.querySelector('#F1 button[value=wrong]').getAttribute('aria-pressed') === 'true'")
    check("a file of decisions is read back", True)

    again = audit(rashomon, corpus, folder / "again", "--baseline", saved)
    lines = [json.loads(line) for line in (again.parent / "findings.jsonl").read_text().splitlines()]
    reviewed = [row["review"]["note"] for row in lines if "review" in row]
    check("the next audit knows it", reviewed == ["two banks"], reviewed)
    page = browser.open(again)
    check("and its report can save it again", page.get_by_role("button", name="Save 1 decision").is_enabled())


def large(browser, rashomon, folder):
    findings = folder / "large.jsonl"
    with findings.open("w") as out:
        for line in large_findings.lines(LARGE):
            out.write(json.dumps(line) + "\n")
    report = folder / "large.html"
    start = time.monotonic()
    subprocess.run([rashomon, "report", findings, "--out", report], check=True)
    made = time.monotonic() - start
    page = browser.open(report)
    opened = page.evaluate("performance.now()") / 1000
    print(f"       {LARGE} findings: made in {made:.1f} s, {report.stat().st_size / 1e6:.1f} MB, open after {opened:.2f} s")
    check("very many findings open soon", opened < SECONDS_TO_OPEN * NOISE, opened)
    slowest = 0
    for label, text in [("Words", "lantern kettle"), ("Words", "lantern"), ("Article", "wire-77")]:
        slowest = max(slowest, page.evaluate("""async ([label, text]) => {
          const control = [...document.querySelectorAll('.tools label')].find((l) => l.textContent.startsWith(label)).querySelector('input');
          const count = document.querySelector('.count');
          control.value = text;
          const start = performance.now();
          const changed = new Promise((done) => new MutationObserver((_, o) => { o.disconnect(); done(); }).observe(count, {childList: true}));
          control.dispatchEvent(new Event('input', {bubbles: true}));
          await changed;
          return performance.now() - start;
        }""", [label, text]))
    print(f"       slowest filter: {slowest:.0f} ms, of which 30 wait for the next key")
    check("filters answer at once", slowest < MILLISECONDS_TO_FILTER * NOISE, slowest)
    page.screenshot(path=folder / "large.png")
    last = browser.open(report, "#F9999")
    last.wait_for_selector("#F9999")
    check("a deep link finds what is not laid out", last.locator("#F9999").is_visible())
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="Show 20 of").first.click()
    until(page, "document.querySelectorAll('#list-F > .finding').length >= 40")
    check("more can be shown", True)
    check("no complaint with very many findings", not page.complaints + last.complaints, page.complaints)


HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"><a href="javascript:alert(4)">'`
</style></script><!-- ]]> \u202e\u2028 =cmd|' /C calc'!A0 \x1b[31m \x00 ferry Arrow went down in heavy seas off Tolm before dawn"""


def hostile(browser, rashomon, folder):
    corpus = folder / "hostile.jsonl"
    with corpus.open("w") as out:
        for i, number in enumerate([212, 221]):
            text = f"{HOSTILE}. The coast guard said {number} passengers had been on board when the ferry Arrow left Tolm."
            row = {"id": f"{HOSTILE}{i}", "text": text, "title": HOSTILE, "source": HOSTILE + str(i), "published": "2024-05-01",
                   "url": "javascript:alert(5)"}
            out.write(json.dumps(row) + "\n")
    report = audit(rashomon, corpus, folder / "hostile")
    page = browser.open(report)
    page.wait_for_timeout(300)
    check("hostile texts run nothing and load nothing", not page.complaints, page.complaints)
    tags = page.evaluate("[...document.querySelectorAll('img, svg [onload], iframe, a[href^=javascript], main script:not([type])')].length")
    check("hostile texts make no elements", tags == 0, tags)
    check("hostile texts are findings", visible(page, "F") + visible(page, "R") > 0)
    found = violations(page)
    check("axe finds nothing wrong, hostile", not found, "; ".join(found))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rashomon", type=pathlib.Path)
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path)
    arguments = parser.parse_args()
    rashomon = arguments.rashomon.resolve()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = (arguments.keep or pathlib.Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        browser = Browser(playwright)
        samples(browser, rashomon, arguments.samples / "articles.jsonl", folder)
        hostile(browser, rashomon, folder)
        large(browser, rashomon, folder)
        browser.chromium.close()
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
