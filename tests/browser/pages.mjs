// Every page of every role: nothing scrolls sideways at 320 px, axe-core finds nothing in light (in as many roles and languages as AXE says), no poor contrast in dark,
// nothing comes from another host, it prints well, and the Nu checker has no error. Pages are found by following links, as a person would;
// a route that no role reaches is a failure.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Client, build, done, languages, ok, pause, people, root, routes } from '../support.mjs';
import { launch, person, text, url } from './support.mjs';

const AXE = 2; // roles, as they come: the rows of a page differ between more of them, hardly its elements
const axe = readFileSync(`${root}/node_modules/axe-core/axe.min.js`, 'utf8');
const saved = `${build}/check/pages`;
rmSync(saved, { recursive: true, force: true });
mkdirSync(saved, { recursive: true });
const table = routes().map((route) => ({ ...route, pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '\\d+')}$`) }));
const files = new Set(table.filter((route) => route.kind === 'FILE').map((route) => route.path)); // reached, not looked at
// The longest fixed path first, so that /people/new is not a person.
const routeOf = (path) => table.filter((route) => route.pattern.test(path)).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
const links = (html) => [...html.matchAll(/<(?:a|form)\b[^>]*?\s(?:href|action)="(\/[^"#]*)/g)].map((match) => match[1].replace(/&amp;/g, '&'));

// The first page of each route that this person reaches, and of each kind of error. Up to `deep` things a route are opened.
async function crawl(client, role, more, deep = 30) {
  const found = new Map(), opened = new Map(), queue = ['/', '/orders?state=draft', '/orders?state=sent', ...more], known = new Set(queue), from = new Map();
  while (queue.length) {
    const address = queue.shift();
    const [path] = address.split('?');
    const route = routeOf(path);
    if (!route || /\.(csv|xlsx|ods|xml)$/.test(path) || (opened.get(route.path) ?? 0) >= deep) continue;
    opened.set(route.path, (opened.get(route.path) ?? 0) + 1);
    const answer = await client.get(address);
    if (answer.status !== 200) {
      if (route.path !== '/sign-out' && route.path !== '/language') ok(`link to ${address} opens for ${role}`, false, `${answer.status}, linked from ${from.get(address)}`);
      continue;
    }
    if (!found.has(route.path)) found.set(route.path, address);
    for (const link of links(answer.body)) if (!known.has(link)) known.add(link) && from.set(link, address) && queue.push(link);
  }
  return found;
}

const wide = { width: 1280, height: 900 }, small = { width: 320, height: 640 };
const violations = (page, options) => page.evaluate(async (given) => (await window.axe.run({ resultTypes: ['violations'], ...given })).violations
  .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`).join(' || ')}`), options);

async function axed(page, name, html) {
  writeFileSync(`${saved}/${name.replace(/[^\w.-]+/g, '_')}.html`, html);
  await page.evaluate(axe);
  const found = await violations(page);
  ok(`axe ${name}`, found.length === 0, found.join('\n    '));
}

async function narrow(page, name) {
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  const beyond = width <= 320 ? '' : await page.evaluate(() => [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > 321)
    .slice(0, 5).map((node) => node.outerHTML.slice(0, 140)).join('\n    '));
  ok(`320 px ${name}`, width <= 320, `${width} px\n    ${beyond}`);
}

// Printed: as wide as the paper and no wider, nothing on it that cannot be pressed there, and a list begins below its title.
async function paper(page, name) {
  await page.emulateMedia({ media: 'print' });
  const landscape = await page.evaluate(() => getComputedStyle(document.querySelector('.pk-frame')).page === 'wide');
  await page.setViewportSize({ width: landscape ? 1031 : 687, height: 900 }); // A4 without its margins, rounded down
  const seen = await page.evaluate(() => {
    const row = document.querySelector('.pk-list > .pk-table > tbody > tr');
    return { width: document.scrollingElement.scrollWidth, room: window.innerWidth,
      row: row && row.getBoundingClientRect().bottom < 550 ? row.cells[0].innerText.trim().split(/\s+/)[0] : '',
      shown: [...document.querySelectorAll('.pk-header, .pk-nav, .pk-footer, .pk-main nav, .ds-button, button')].filter((node) => node.checkVisibility()).slice(0, 3).map((node) => node.outerHTML.slice(0, 140)) };
  });
  ok(`as wide as paper ${name}`, seen.width <= seen.room + 2, `${seen.width} of ${seen.room}`);
  ok(`nothing to press on paper ${name}`, seen.shown.length === 0, seen.shown.join('\n    '));
  if (seen.row) {
    const first = execFileSync('pdftotext', ['-l', '1', '-layout', '-', '-'], { input: await page.pdf({ preferCSSPageSize: true }), encoding: 'utf8' });
    ok(`a list begins on its first page ${name}`, first.includes(seen.row), `no ${seen.row} in ${first.slice(0, 300)}`);
  }
  await page.emulateMedia({ media: null });
}

async function contrast(page, name) {
  await page.emulateMedia({ colorScheme: 'dark' });
  const poor = await violations(page, { runOnly: ['color-contrast'] });
  ok(`contrast in dark, 320 px, ${name}`, poor.length === 0, poor.join('\n    '));
  await page.emulateMedia({ colorScheme: 'light' });
}

// A page as it is loaded once: wide and light, narrow, dark, on paper.
async function look(page, name, address, { whole, first }) {
  await page.setViewportSize(whole ? wide : small);
  const answer = await page.goto(url + address);
  if (whole) {
    await axed(page, name, await answer.body());
    await page.setViewportSize(small);
  }
  await narrow(page, name);
  if (!first) return;
  await contrast(page, name);
  await paper(page, name);
}

// What a form says that is sent with nothing typed.
async function mistaken(page, role, address) {
  await page.setViewportSize(wide);
  await page.goto(url + address);
  await Promise.all([page.waitForLoadState('load'), page.locator('main .pk-form button[type="submit"]').first().click()]);
  if (!ok(`${role} form without anything typed is refused with a summary`, await page.locator('[role="alert"]').count() > 0, page.url())) return;
  await axed(page, `${role} form with errors, light`, `<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
  await page.setViewportSize(small);
  await narrow(page, `${role} form with errors`);
  await contrast(page, `${role} form with errors`);
}

// Two at a time: there are two cores.
async function each(items, work) {
  const queue = [...items];
  await Promise.all([0, 1].map(async (lane) => {
    for (let item = queue.shift(); item; item = queue.shift()) await work(lane, item);
  }));
}

// The newest address of this path, with its key, mailed to somebody.
async function mailed(to, path) {
  for (let tries = 0; tries < 60; tries++, await pause(500)) {
    const mails = JSON.parse(execFileSync('/usr/bin/python3', [`${root}/tests/mails.py`, `${process.env.VAR}/mail`], { encoding: 'utf8', maxBuffer: 1 << 26 }));
    const found = mails.filter((mail) => mail.to.includes(to)).flatMap((mail) => mail.links).filter((link) => new URL(link).pathname === path).pop();
    if (found) return found.slice(new URL(found).origin.length);
  }
  throw new Error(`nothing mailed to ${to}`);
}

// What only a mail leads to, and an account that is closed: {open: addresses for nobody, closed: a person's page}.
async function accounts() {
  const inviter = await new Client(url).signIn(people.placement_administrator);
  const invite = async (name) => (await inviter.submit('/invitations/new', { given_name: name, family_name: 'Prøve', email: `${name}@pages.example`, language: 'nb',
    role: 'lecturer', institution: '1', valid_from: '1.1.2026' })).headers.location;
  const closed = await invite('brukt');
  await invite('ventar');
  const used = await mailed('brukt@pages.example', '/invitation');
  const accept = async (path, fields) => {
    const client = new Client(url);
    const { token } = await client.form(path);
    return client.post(path, { token, new: 'fire vanlige ord her', repeat: 'fire vanlige ord her', ...fields });
  };
  ok('an invitation is accepted', (await accept(used, { language: 'nb' })).status === 303);
  await new Client(url).submit('/password/forgotten', { email: 'brukt@pages.example' });
  const reset = await mailed('brukt@pages.example', '/password/new');
  return { open: [['/invitation', await mailed('ventar@pages.example', '/invitation')], ['/invitation used', used], ['/password/new', reset]], closed, close: () => inviter.submit(`${closed}/close`) };
}

// Imports as they stand at each step, by the placement administrator: [[name, address], …].
async function imports() {
  const client = await new Client(url).signIn(people.placement_administrator);
  const settled = async (path) => {
    for (let tries = 0; tries < 120; tries++, await pause(250)) if (!/<job\b[^>]* state="(waiting|running)"/.test((await client.get(`${path}.xml`)).body)) return path;
    throw new Error(`${path} did not come to an end`);
  };
  const heads = ['code', 'name'].map((name) => text(`import_field.programmes.${name}`, 'en')).join(';');
  const upload = async (name, rows) => settled((await client.upload('/imports/new', { kind: 'programmes', institution: '1' }, `${name}.csv`, rows)).headers.location);
  const applied = await upload('applied', `${heads}\nPAGES;Prøve\n`);
  await client.submit(applied, { act: 'apply' });
  const steps = { applied: await settled(applied), faulty: await upload('faulty', `${heads}\nPAGES2;\n`), checked: await upload('checked', `${heads}\nPAGES3;Prøve\n`),
    matching: await upload('matching', 'this;that\nPAGES4;Prøve\n'), unreadable: await upload('unreadable', `${heads}\nPAGES5;"Prøve\n`) };
  for (const [step, path] of Object.entries(steps)) {
    const { body } = await client.get(`${path}.xml`);
    ok(`an import stands as ${step}`, new RegExp(`<import\\b[^>]* phase="${step}"`).test(body), /<import\b[^>]*>/.exec(body)?.[0]);
  }
  return Object.entries(steps).map(([step, path]) => [`/imports/{import} ${step}`, path]);
}

const sql = (input) => execFileSync('bash', ['-c', '. conf/run/lib.sh; cd "$VAR"; sql praktikum'], { cwd: root, input, encoding: 'utf8' }).trim();

// A run that stands as asked for, since its job is not due before tomorrow: the activity whose window for wishes is open has one.
function searching() {
  sql(`INSERT INTO proposal (institution, activity, number, person, state, objective, avoid_earlier, created_at)
    SELECT n.institution, n.activity, 1, p.id, 'asked', n.objective, n.avoid_earlier, UTC_TIMESTAMP() FROM allocation_plan n JOIN person p
    WHERE p.email = '${people.placement_administrator}' AND n.institution = 1 AND CURDATE() BETWEEN n.wishes_from AND n.wishes_to LIMIT 1;
    INSERT INTO job (kind, thing, thing_id, state, next_at, created_at)
    VALUES ('allocate', 'proposal', LAST_INSERT_ID(), 'waiting', UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP())`);
}

// What a planner is asked once an exam is ready to be transferred: its form leads there, no link does.
async function ready(client) {
  const exam = sql("SELECT e.id FROM exam e WHERE e.institution = 1 AND e.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.exam = e.id) LIMIT 1");
  return (await client.submit(`/exams/${exam}/transfer`, { ready: '1' })).headers.location;
}

// Prints of the placement administrator: one made, one that waits until tomorrow, one given up: [[name, address], …].
async function prints() {
  const client = await new Client(url).signIn(people.placement_administrator);
  const order = sql("SELECT id FROM placement_order WHERE institution = 1 AND state = 'answered' AND places_confirmed > 0 ORDER BY id LIMIT 1");
  const made = (await client.submit(`/orders/${order}/confirmation`, { language: 'en' })).headers.location;
  const other = (state, error) => `/prints/${sql(`INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, asked_at)
    SELECT id, 'sv', 'ordering', 'confirmation', 'order', ${order}, '/orders/${order}/confirmation', 'view', '', UTC_TIMESTAMP() FROM person WHERE email = '${people.placement_administrator}';
    SET @print = LAST_INSERT_ID(); INSERT INTO job (kind, thing, thing_id, state, error, next_at, created_at)
    VALUES ('print', 'print', @print, '${state}', ${error}, UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP()); SELECT @print`)}`;
  for (let tries = 0; tries < 240 && (await client.get(`${made}.xml`)).body.includes('state="under_way"'); tries++) await pause(250);
  ok('a print is made', (await client.get(`${made}.xml`)).body.includes('state="made"'));
  return [['/prints/{print} made', made], ['/prints/{print} waits', other('waiting', 'NULL')], ['/prints/{print} failed', other('failed', "'print_too_large'")]];
}

// Two mails given up, so that there are some to send again: of the institution whose placement administrator invited.
function givenUp() {
  sql("UPDATE mail m JOIN event e ON e.id = m.event SET m.state = 'failed' WHERE m.state = 'sent' AND e.institution = 1 ORDER BY m.id LIMIT 2");
}

// Pages that links do not lead to: refusals, and forms sent with errors.
function mistakes(found) {
  const form = ['/activities/new', '/sites/{site}/units/new', '/profile/password', '/sign-in'].map((path) => found.get(path)).find(Boolean);
  return [['400', '/calendar?unknown=1'], ['404', '/orders/999999'], ...(form ? [['form', form]] : [])];
}

try {
  const browser = await launch();
  const reached = new Set(), looked = new Map(), { open, closed, close } = await accounts(), steps = [...await imports(), ...await prints()];
  searching();
  givenUp();
  const planner = await new Client(url).signIn(people.placement_administrator);
  for (const page of ['/profile/notices/address', '/profile/calendars', '/institutions/1/calendar']) await planner.submit(page); // which then can be ended
  // A key that is still shown, and can be said to be kept.
  const expires = new Date(Date.now() + 200 * 86400000).toISOString().slice(0, 10);
  ok('a key is made', (await planner.submit('/partners/1/keys/new', { expires_on: expires, others: 'keep' })).status === 303);
  // What a role reaches: {role, language, cookies, found}. Roles take turns with the languages, so that each is looked at.
  const reach = async ([role, email]) => {
    const language = languages[(Object.keys(people).indexOf(role) + 4) % 4];
    const client = new Client(url, language);
    if (email) await client.signIn(email);
    const found = email ? await crawl(client, role, role === 'placement_administrator' ? [closed] : []) : new Map([['/sign-in', '/sign-in'], ['/password/forgotten', '/password/forgotten'], ...open]);
    if (role === 'exam_planner') { // what buttons lead to, no link does
      found.set('/exams/{exam}/transfer/confirm', await ready(client));
      found.set('/exam-sessions/{exam_session}/confirm', found.get('/exam-sessions/{exam_session}/concerns').replace('/concerns', '/confirm'));
    }
    if (role === 'placement_administrator') steps.forEach(([step, path]) => found.set(step, path));
    return { role, language, cookies: Object.entries(client.cookies).map(([name, value]) => ({ name, value, url })), found };
  };
  const roles = [['nobody', null], ...Object.entries(people)].filter(([role]) => !process.env.ROLES || process.env.ROLES.split(',').includes(role));
  await close(); // whose page has a way back, seen by the placement administrator
  // While one role's pages are looked at the next role's are found.
  for (let next = reach(roles[0]), at = 1; at <= roles.length; at++) {
    const { role, language, cookies, found } = await next;
    next = at < roles.length ? reach(roles[at]) : null;
    next?.catch(() => {}); // told of when its turn comes
    found.forEach((_, path) => reached.add(path));
    const list = [...found.entries()].filter(([path]) => !files.has(path)).map(([path, address]) => [`${role} ${path}`, address]);
    list.push(...mistakes(found).filter(([kind]) => kind !== 'form').map(([kind, address]) => [`${role} error ${kind}`, address]));
    const pages = [];
    for (const lane of [0, 1]) {
      pages[lane] = await person(browser, { language, javascript: true });
      await pages[lane].context().addCookies(cookies);
    }
    await each(list, async (lane, [name, address]) => {
      const [route] = name.split(' ').slice(1), before = looked.get(route) ?? 0;
      looked.set(route, before + 1);
      await look(pages[lane], name, address, { whole: before < AXE || route === '/', first: before === 0 });
    });
    const form = mistakes(found).find(([kind]) => kind === 'form');
    if (form) await mistaken(pages[0], role, form[1]);
    const foreign = pages.flatMap((page) => page.context().foreign);
    ok(`nothing from another host, ${role}`, foreign.length === 0, foreign.join(' '));
    for (const page of pages) await page.context().close();
  }
  const never = table.filter((route) => !/^(KEYED|PARTNER)/.test(route.access)).map((route) => route.path).filter((path) => !reached.has(path) && path !== '/sign-out' && path !== '/language');
  ok('every route is reached by links of some role', never.length === 0, never.join(' '));

  // nginx's own pages in all languages, as the browser gets them from a folder of files.
  const error = `${process.env.VAR}/error`;
  for (const language of languages) execFileSync('sh', ['-c', `for page in "$1"/*.${language}.html; do cp "$page" "$2/nginx_$(basename "$page")"; done`, 'sh', error, saved]);
  await browser.close();
} catch (error) {
  ok('browser/pages ran to its end', false, error.stack);
}

const nu = spawnSync('java', ['-Xss4m', '-jar', `${root}/node_modules/vnu-jar/build/dist/vnu.jar`, '--errors-only', '--skip-non-html', '--exit-zero-always', '--format', 'json', saved],
  { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300000 });
try {
  const messages = JSON.parse(nu.stderr).messages.filter((message) => message.type === 'error' || message.type === 'non-document-error');
  const pages = execFileSync('sh', ['-c', 'ls "$1" | wc -l', 'sh', saved], { encoding: 'utf8' }).trim();
  ok(`the Nu checker has no error on ${pages} pages`, messages.length === 0 && Number(pages) > 50,
    [...new Set(messages.map((one) => `${one.message} · ${(one.extract ?? '').replace(/\s+/g, ' ').slice(0, 120)} (${one.url?.split('/').pop()}:${one.lastLine})`))].slice(0, 20).join('\n    '));
} catch (error) {
  ok('the Nu checker ran', false, `${nu.error ?? ''}${nu.stderr?.slice(0, 500)}`);
}
done();
