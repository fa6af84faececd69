// The everyday, played in a browser without JavaScript against a real mail server: a site's administrator invites a
// coordinator, who accepts and signs in; imports forty units with two faulty rows, mends them, imports; is asked for
// places; reminders and the escalation come as the days pass; a late answer. Every mail arrives once, in its reader's
// language, its letters intact.
import { spawn, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Instance, build, done, ok, pause, people, root } from '../support.mjs';

const folder = `${build}/check/everyday-mails`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// The mail server: its own process, ended with this one.
async function mailServer() {
  const server = spawn('/usr/bin/python3', [`${root}/tests/smtp_server.py`, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise((settle, fail) => {
    createInterface({ input: server.stdout }).on('line', (line) => /^port \d+$/.test(line) && settle(Number(line.slice(5))));
    server.on('exit', (status) => fail(new Error(`the mail server ended with ${status}`)));
  });
  return { port, stop: () => server.kill('SIGTERM') };
}
const mails = () => JSON.parse(execFileSync('/usr/bin/python3', [`${root}/tests/mails.py`, folder], { encoding: 'utf8', maxBuffer: 1 << 26 }));

const server = await mailServer();
const instance = new Instance('everyday', { settings: { smtp_address: `smtp://127.0.0.1:${server.port}`, smtp_tls: 'no', digest_hour: 0 } });
await instance.start();
process.env.PRAKTIKUM_URL = instance.url; // support.mjs reads it when it is loaded
const { choose, day, fill, hrefs, launch, main, open, person, send, shots, signIn, text } = await import('./support.mjs');

const say = (sentence, condition, seen) => ok(`everyday: ${sentence}`, condition, seen);
const jobs = () => execFileSync(process.env.PRAKTIKUM ?? `${build}/praktikum`, ['jobs', '--once'],
  { cwd: instance.folder, env: { ...process.env, PRAKTIKUM_CONF: `${instance.folder}/praktikum.conf` }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 120000 });
// What the workers wrote and the jobs sent, when all of it is there.
async function arrived(fits, count = 1) {
  for (let tries = 0; tries < 60; tries++) {
    jobs();
    const found = mails().filter(fits);
    if (found.length >= count) return found;
    await pause(250);
  }
  return mails().filter(fits);
}
const has = (to, subject) => (mail) => mail.to.includes(to) && (!subject || mail.subject.includes(subject));
// The words of a label before its first value.
const opening = (key, language) => text(key, language).replace(/\{[^}]*\}[\s\S]*/, '').trim();
const path = (address) => address.replace(instance.url, '');

const browser = await launch();
const window = async (email, language) => choose(await signIn(await person(browser, { language }), email), language);
const newcomer = { given: 'Ŋilla Đorđe', family: 'Bærøy-Ström', email: 'nilla@everyday.example', password: 'en lang setning til å huske' };

// 1. An invitation, in the invited one's language.
async function invite(administrator) {
  await open(administrator, '/invitations/new?site=1');
  await fill(administrator, { given_name: newcomer.given, family_name: newcomer.family, email: newcomer.email });
  for (const [field, value] of [['language', 'sv'], ['role', 'site_coordinator'], ['site', '1']]) {
    const control = administrator.locator(`select[name="${field}"], input[name="${field}"][value="${value}"]`).first();
    if (await control.evaluate((node) => node.tagName) === 'SELECT') await control.selectOption(value);
    else await control.check();
  }
  say('an administrator invites a coordinator', await send(administrator) === 303, await main(administrator));
  const found = await arrived(has(newcomer.email));
  say('one mail is in the mail server', found.length === 1, JSON.stringify(found.map((mail) => mail.subject)));
  const [mail] = found;
  say('the invitation is in Swedish', mail.language === 'sv' && mail.subject.startsWith(opening('mail.invitation.subject', 'sv')), mail.subject);
  say('its letters are intact in the address and the text', mail.name[0] === `${newcomer.given} ${newcomer.family}` && mail.text.includes(newcomer.given), `${mail.name} ${mail.text}`);
  say('it has text and HTML, and nothing malformed', mail.html.includes('<html') && mail.html.includes('Bærøy-Ström') && mail.defects.length === 0, mail.defects.join());
  const link = mail.links.find((address) => address.includes('/invitation?key='));
  say('and one link to accept it', Boolean(link), mail.links.join(' '));
  return link;
}

async function accept(link) {
  const page = await person(browser, { language: 'nb' });
  await page.context().clearCookies(); // a browser that was never here
  await open(page, path(link));
  say('the link opens a page that says who invites', (await page.locator('main').innerText()).length > 40 && await page.locator('input[type="password"]').count() === 2, await main(page));
  await page.screenshot({ path: `${shots}/everyday-invitation.png`, fullPage: true });
  await fill(page, { new: 'kort', repeat: 'kort' });
  say('a short password is refused', await send(page) === 422, await main(page));
  await fill(page, { new: newcomer.password, repeat: newcomer.password });
  say('a good one is taken', await send(page) === 303, await main(page));
  say('the coordinator is signed in, in Swedish', await page.locator('html').getAttribute('lang') === 'sv' && await page.locator('form[action="/sign-out"]').count() > 0, page.url());
  const again = await person(browser, { language: 'sv' });
  await open(again, path(link));
  say('the link works once', await again.locator('input[type="password"]').count() === 0, await main(again));
  await again.context().close();
  await page.locator('form[action="/sign-out"] button').first().click();
  await page.waitForURL(/\/sign-in/);
  await page.fill('input[name="email"]', newcomer.email);
  await page.fill('input[name="password"]', newcomer.password);
  await Promise.all([page.waitForURL(`${instance.url}/`), page.locator('main form button[type="submit"]').first().click()]);
  say('and signs in with the new password', true);
  return page;
}

// 2. Forty units, two of them faulty.
const heads = ['name', 'parent', 'address'];
function sheet(faulty) {
  const rows = Array.from({ length: 40 }, (_, index) => [`Everydag ${String(index + 1).padStart(2, '0')} Ålesund`, '', `Gate ${index + 1}`]);
  if (faulty) {
    rows[6][0] = '';
    rows[22][1] = 'En avdeling som ikke finnes';
  }
  const file = `${folder}/units${faulty ? '-faulty' : ''}.csv`;
  writeFileSync(file, `\uFEFF${[heads.map((name) => text(`import_field.units.${name}`, 'nb')), ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`);
  return file;
}
const units = () => Number(instance.sql("SELECT COUNT(*) FROM unit WHERE site = 1 AND name LIKE 'Everydag%'")[0][0]);
async function upload(page, file) {
  await open(page, '/imports/new');
  const kind = page.locator('[name="kind"]').first();
  if (await kind.evaluate((node) => node.tagName) === 'SELECT') await kind.selectOption('units');
  else await page.locator('[name="kind"][value="units"]').check();
  const site = page.locator('select[name="site"]');
  if (await site.count()) await site.selectOption('1');
  await page.locator('input[type="file"]').setInputFiles(file);
  say('a file is sent', await send(page) === 303, await main(page));
  return settled(page);
}
// The page of an import, when its job is done.
async function settled(page) {
  const address = new URL(page.url()).pathname;
  jobs();
  for (let tries = 0; tries < 60; tries++) {
    await open(page, address);
    if (await page.locator('meta[http-equiv="refresh"]').count() === 0) break;
    await pause(250);
  }
  return address;
}
const act = (name) => `main form:has(input[name="act"][value="${name}"]) button`;

async function importUnits(administrator) {
  const faulty = await upload(administrator, sheet(true));
  const told = await main(administrator);
  say('the dry run counts two faulty rows', (await administrator.locator('main').innerText()).includes('2') && told.includes('En avdeling som ikke finnes'), told);
  say('and names the rows as the spreadsheet does', /(?<!\d)8(?!\d)/.test(told) && /(?<!\d)24(?!\d)/.test(told), told);
  await administrator.screenshot({ path: `${shots}/everyday-import-faulty.png`, fullPage: true });
  say('nothing can be imported with faults', await administrator.locator(act('apply')).count() === 0 && units() === 0, units());
  const mended = await upload(administrator, sheet(false));
  say('the mended file is another import', mended !== faulty);
  say('it is imported', await send(administrator, act('apply')) === 303, await main(administrator));
  await settled(administrator);
  say('forty units are there', units() === 40, units());
  await administrator.screenshot({ path: `${shots}/everyday-import-applied.png`, fullPage: true });
  await upload(administrator, sheet(false));
  say('the same file again would change nothing', await administrator.locator(act('apply')).count() === 0 && units() === 40, await main(administrator));
  await open(administrator, '/sites/1?q=Everydag');
  say('the site shows them', (await main(administrator)).includes('Everydag 01 Ålesund'), await main(administrator));
}

// 3. Ordered; the days pass; answered late.
async function order(institution, name) {
  await open(institution, '/activities/new');
  await institution.locator('[name="instance"]').selectOption({ index: 1 });
  await fill(institution, { name, starts: day(200), ends: day(240), places_wanted: 12 });
  await send(institution);
  const activity = new URL(institution.url()).pathname;
  await open(institution, `${activity}/order`);
  await fill(institution, { 'places-1': 6, message: 'Kjære kolleger: høst og vår, også på øya.' });
  await institution.locator('[name="send"]').first().check();
  say('places are ordered', await send(institution) === 303, await main(institution));
  return { activity, id: Number(instance.sql(`SELECT id FROM placement_order WHERE activity = ${activity.split('/').pop()}`)[0][0]) };
}
// Moves the day an answer is wanted by, as if days had passed.
const due = (id, offset) => instance.sql(`UPDATE placement_order SET due_on = '${day(offset)}' WHERE id = ${id}`);

async function days(id, name) {
  const asked = await arrived(has(newcomer.email, name));
  say('the coordinator is told of the order, in Swedish', asked.length === 1 && asked[0].subject.startsWith(opening('mail.order_sent.subject', 'sv').slice(0, 8)) && asked[0].language === 'sv', JSON.stringify(asked.map((mail) => mail.subject)));
  say('with the institution\'s own words', asked[0]?.text.includes('Kjære kolleger: høst og vår, også på øya.'), asked[0]?.text);
  const reminded = (to) => mails().filter(has(to, name)).length;
  const before = reminded(newcomer.email);
  due(id, 5);
  await arrived(has(newcomer.email, name), before + 1);
  say('a first reminder comes', reminded(newcomer.email) === before + 1, reminded(newcomer.email));
  due(id, 0);
  await arrived(has(newcomer.email, name), before + 2);
  say('and a second', reminded(newcomer.email) === before + 2, reminded(newcomer.email));
  const told = reminded(people.site_administrator);
  due(id, -4);
  await arrived(has(people.site_administrator, name), told + 1);
  say('then the site\'s administrator is told', reminded(people.site_administrator) === told + 1, reminded(people.site_administrator));
  for (let times = 0; times < 3; times++) jobs();
  say('nobody is told twice', reminded(people.site_administrator) === told + 1 && reminded(newcomer.email) <= before + 3, `${reminded(people.site_administrator)} ${reminded(newcomer.email)}`);
}

async function answer(coordinator, institution, { activity, id }, name) {
  await open(coordinator, `/orders/${id}/answer`);
  const names = await coordinator.locator('input[name^="capacity-"]').evaluateAll((nodes) => nodes.map((node) => node.name));
  say('the new units stand in the answer', names.length >= 42, names.length);
  await fill(coordinator, { [names.at(-1)]: 6, message: 'Förlåt att svaret dröjde.' });
  say('a late answer is taken', await send(coordinator) === 303, await main(coordinator));
  const told = await arrived((mail) => mail.to.includes(people.placement_administrator) && mail.subject.includes(name) && mail.text.includes('Förlåt'));
  say('the institution is told of it', told.length === 1, JSON.stringify(told.map((mail) => mail.subject)));
  await open(institution, activity);
  say('and its activity has six places', (await main(institution)).includes('6'), await main(institution));
  await open(institution, '/notices');
  say('it stands among its notices', (await main(institution)).includes(name), await main(institution));
  await institution.screenshot({ path: `${shots}/everyday-notices.png`, fullPage: true });
  await open(institution, `/orders/${id}`);
  const history = await main(institution);
  for (const event of ['order.reminded', 'order.escalated']) say(`the order's history tells ${event}`, history.includes(opening(`event.${event}`, 'nb')), history);
}

// 4. Roles, the calendar, the search.
async function roles(coordinator, { activity, id }, name) {
  await open(coordinator, `${activity}/roles`);
  const add = (await hrefs(coordinator, new RegExp(`^/orders/${id}/roles/new`)))[0];
  await open(coordinator, add);
  const control = coordinator.locator('select[name="role"], input[name="role"][value="supervisor"]').first();
  if (await control.evaluate((node) => node.tagName) === 'SELECT') await control.selectOption('supervisor');
  else await control.check();
  const choices = await coordinator.locator('select[name="person"] option').evaluateAll((nodes) => nodes.map((node) => [node.value, node.textContent]));
  const self = choices.find(([, label]) => label.includes(newcomer.family));
  say('people of the site can be chosen', Boolean(self), JSON.stringify(choices));
  await coordinator.locator('select[name="person"]').selectOption(self[0]);
  say('the coordinator becomes supervisor too', await send(coordinator) === 303, await main(coordinator));
  await open(coordinator, `${activity}/roles`);
  say('the tab of roles shows it', (await main(coordinator)).includes(newcomer.family), await main(coordinator));
  await coordinator.screenshot({ path: `${shots}/everyday-roles.png`, fullPage: true });
  const [[month]] = instance.sql(`SELECT DATE_FORMAT(starts, '%Y-%m') FROM activity WHERE name = '${name}'`);
  await open(coordinator, `/calendar/month?month=${month}`);
  say('the month shows the activity', (await main(coordinator)).includes(name), await main(coordinator));
  await coordinator.locator('header input[name="q"]').fill(name.split(' ').pop());
  await coordinator.locator('header input[name="q"]').press('Enter');
  await coordinator.waitForURL(/\/search/);
  say('the search finds it from every page', (await main(coordinator)).includes(name), await main(coordinator));
}

try {
  const name = `Hverdag på øya ${Date.now() % 100000}`;
  const administrator = await window(people.site_administrator, 'nb');
  const link = await invite(administrator);
  const coordinator = await accept(link);
  await importUnits(administrator);
  const institution = await window(people.placement_administrator, 'nb');
  const ordered = await order(institution, name);
  await days(ordered.id, name);
  await answer(coordinator, institution, ordered, name);
  await roles(coordinator, ordered, name);
  const all = mails(), ids = all.map((mail) => mail.id);
  say('every mail came once', new Set(ids).size === ids.length && all.length > 6, `${all.length} mails, ${new Set(ids).size} ids`);
  say('each to one reader, well formed, with text and HTML', all.every((mail) => mail.to.length === 1 && mail.defects.length === 0 && mail.text && mail.html), JSON.stringify(all.filter((mail) => mail.defects.length)));
  const [[waiting, failed]] = instance.sql("SELECT SUM(state = 'waiting'), SUM(state = 'failed') FROM mail");
  say('none waits and none failed', waiting === '0' && failed === '0', `${waiting} wait, ${failed} failed`);
  say('no mail holds an identity number', all.every((mail) => !/(?<!\d)\d{11}(?!\d)/.test(mail.text)));
} catch (error) {
  ok('everyday ran to its end', false, error.stack);
}
await browser.close();
instance.stop();
server.stop();
done();
