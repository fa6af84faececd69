// A browser for the tests: Debian's chromium by playwright-core, without JavaScript unless asked, talking to this machine
// only.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build, password } from '../support.mjs';

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
