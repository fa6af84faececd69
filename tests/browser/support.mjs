// A browser for the tests: Debian's chromium by playwright-core, without JavaScript unless asked, talking to this machine
// only.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build, languages, password, root } from '../support.mjs';

export const url = process.env.PRAKTIKUM_URL;
export const shots = `${build}/screenshots`;
mkdirSync(shots, { recursive: true });

export const launch = () => chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-default-apps', '--disable-domain-reliability', '--no-pings', '--proxy-server=direct://'],
});

// A person with a window of their own. Any request to another host is an error and is refused.
export async function person(browser, { language = 'en', width = 1280, height = 900, dark = false, javascript = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, javaScriptEnabled: javascript, bypassCSP: javascript, colorScheme: dark ? 'dark' : 'light',
    locale: { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' }[language], timezoneId: 'Europe/Oslo',
  });
  context.foreign = [];
  await context.route((address) => address.origin !== url, (route) => {
    context.foreign.push(route.request().url());
    return route.abort();
  });
  await context.addCookies([{ name: 'lang', value: language, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  return page;
}

export async function signIn(page, email) {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await Promise.all([page.waitForURL(`${url}/`), page.locator('main form button[type="submit"]').first().click()]);
  return page;
}

// Texts as xslt/i18n/ has them, so that a page in the wrong language is seen.
const words = new Map();
for (const file of readdirSync(`${root}/xslt/i18n`))
  for (const [, key, body] of readFileSync(`${root}/xslt/i18n/${file}`, 'utf8').matchAll(/<label\b[^>]*\bkey="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g))
    words.set(key, Object.fromEntries(languages.map((language) => [language, new RegExp(`<${language}[^>]*>([\\s\\S]*?)</${language}>`).exec(body)?.[1].trim().replace(/&amp;/g, '&')])));
export const text = (key, language) => {
  if (!words.get(key)?.[language]) throw new Error(`no label ${key} in ${language}`);
  return words.get(key)[language];
};
export const day = (offset) => new Date(Date.now() + offset * 86400000).toISOString().slice(0, 10);
export const main = async (page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

// Sends the form of the page and waits for what comes.
export async function send(page, button = 'main .pk-form .pk-buttons button[type="submit"]') {
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === 'POST'), page.locator(button).first().click()]);
  await page.waitForLoadState('load');
  return answer.status();
}
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).first().fill(String(value));
}
export const open = (page, path) => page.goto(path.startsWith('http') ? path : url + path);
export const hrefs = (page, pattern) => page.locator('main a').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href'))).then((all) => all.filter((href) => pattern.test(href ?? '')));

// The choice of the last who used this account is remembered, so each says it anew.
export async function choose(page, language) {
  if (await page.locator('html').getAttribute('lang') === language) return page;
  await page.locator(`button[name="language"][value="${language}"]`).first().click();
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  return page;
}
