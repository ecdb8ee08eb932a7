// SPDX-License-Identifier: EUPL-1.2
// Opens finished documents (HTML files) in a real browser and checks what only a browser knows:
// accessibility by axe-core, that no page scrolls sideways, and that every figure tells where it comes from to somebody
// who has only a keyboard. Usage: node tests/browser/check.mjs FILE...   The last line is "N passed, N failed".
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [320, 390, 1280];
const schemes = ['light', 'dark'];
const browser_flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let passed = 0;
let failed = 0;
const report = (name, faults) => {
    if (faults.length === 0) {
        passed += 1;
        return;
    }
    failed += 1;
    console.log(`FAILED ${name}`);
    for (const fault of faults.slice(0, 8)) console.log(`    ${fault}`);
    if (faults.length > 8) console.log(`    and ${faults.length - 8} more`);
};

// In the dark only the colours are other ones.
async function axe_faults(page, scheme) {
    await page.evaluate(axe_source);
    const runOnly = scheme === 'dark' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: tags };
    const result = await page.evaluate((only) => window.axe.run(document, {
        runOnly: only, resultTypes: ['violations'] }), runOnly);
    return result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].target} ${v.nodes[0].html.slice(0, 120)}`);
}

const sideways_faults = (page) => page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll('*')]
        .filter((e) => e.getBoundingClientRect().right > room + 1 && !e.closest('.scroll > *'));
    return [`the page is ${document.documentElement.scrollWidth} wide in ${room}`,
        ...wide.slice(0, 5).map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`)];
});

// Sees, at each focus, whether the figure's card is shown, has text and lies within the window.
const watch_focus = () => {
    const figures = [...document.querySelectorAll('.f')];
    window.seen = new Set();
    window.card_faults = [];
    document.addEventListener('focusin', (event) => {
        const at = figures.indexOf(event.target);
        if (at < 0 || window.seen.has(at)) return;
        window.seen.add(at);
        const card = event.target.querySelector('.card');
        const box = card.getBoundingClientRect();
        const shown = getComputedStyle(card).display !== 'none' && card.textContent.trim() !== '';
        const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
        if (!shown || !inside) window.card_faults.push(`card ${card.id}: ${shown ? 'outside the window' : 'not shown'}`);
    });
};

// Tab through the page; in a table, arrows through its figures. Returns the figures that were not reached.
async function keyboard_faults(page) {
    await page.evaluate(watch_focus);
    const stops = await page.evaluate(() => document.querySelectorAll('a, [tabindex], summary, button').length);
    const explored = new Set();
    for (let press = 0; press <= stops + 2; ++press) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
            const active = document.activeElement;
            if (active === document.body) return { end: true };
            if (!active.matches('td.f')) return {};
            const table = active.closest('table');
            return { table: [...document.querySelectorAll('table')].indexOf(table), cells: table.querySelectorAll('td.f').length };
        });
        if (at.end && press > 0) break;
        if (at.table === undefined || explored.has(at.table)) continue;
        explored.add(at.table);
        const presses = Array.from({ length: at.cells - 1 }, () => page.keyboard.press('ArrowRight'));
        await Promise.all(presses);
        // Back to the first, so that links within the table are met on the way on.
        await page.evaluate((table) => document.querySelectorAll('table')[table].querySelector('td.f').focus(), at.table);
    }
    return page.evaluate(() => [...window.card_faults, ...[...document.querySelectorAll('.f')]
        .filter((figure, at) => !window.seen.has(at))
        .map((figure) => `not reached by keyboard: ${figure.firstChild.textContent} (${figure.closest('table, p')?.textContent.slice(0, 50)})`)]);
}

// Every card fits in the window, wherever its figure stands.
const card_faults = (page) => page.evaluate((watch) => {
    new Function(`(${watch})()`)();
    for (const figure of document.querySelectorAll('.f')) figure.focus();
    return window.card_faults;
}, watch_focus.toString());

// Without scripts every figure is a stop of its own, and its card is shown at focus.
const plain_faults = (page) => page.evaluate(() => [...document.querySelectorAll('.f')].filter((figure) => {
    if (figure.tabIndex < 0) return true;
    figure.focus();
    return getComputedStyle(figure.querySelector('.card')).display === 'none';
}).map((figure) => `without scripts: ${figure.firstChild.textContent}`));

async function open(browser, file, width, colorScheme, more = {}) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, ...more });
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) faults.push(`fetches ${request.url()}`);
    });
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return { page, context, faults };
}

const files = process.argv.slice(2);
if (files.length === 0) {
    console.error('usage: node tests/browser/check.mjs FILE...');
    process.exit(2);
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: browser_flags });
// One opened page: a file at a width in a scheme. The keyboard and the cards are tried in the light only, where nothing
// but colours differs.
async function check_page(file, width, scheme) {
    const results = [];
    const { page, context, faults } = await open(browser, file, width, scheme);
    results.push(['axe', await axe_faults(page, scheme)]);
    results.push(['no sideways scrolling', await sideways_faults(page)]);
    if (scheme === 'light' && width === 320) results.push(['cards in the window', await card_faults(page)]);
    if (scheme === 'light' && width === 1280) results.push(['figures by keyboard', await keyboard_faults(page)]);
    results.push(['self-contained, no script errors', faults]);
    await context.close();
    return results.map(([what, found]) => [`${basename(file)} at ${width} ${scheme}: ${what}`, found]);
}

async function check_plain(file) {
    const { page, context } = await open(browser, file, 1280, 'light', { javaScriptEnabled: false });
    const results = [[`${basename(file)} without scripts`, await plain_faults(page)]];
    await context.close();
    return results;
}

// As many pages at a time as there are processors; told in the order of the files.
const jobs = files.flatMap((file) => [
    ...widths.flatMap((width) => schemes.map((scheme) => () => check_page(file, width, scheme))), () => check_plain(file)]);
const results = [];
let next = 0;
const work = async () => {
    for (let at = next++; at < jobs.length; at = next++) results[at] = await jobs[at]();
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
for (const [name, faults] of results.flat()) report(name, faults);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
