// From students to a shared allocation and what comes after, played in a browser without JavaScript: 300 students are imported,
// one ranks units on a phone, the automatic run proposes, two are locked, it runs again, proposals are compared, one is taken and
// shared; the site looks and changes a supervisor; a unit withdraws and as few as possible move. Everyone is told once.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Client, Instance, attribute, build, done, elements, ok, others, pause, people, root } from '../support.mjs';

const instance = new Instance('allocation', { settings: { digest_hour: 0 } });
await instance.start();
process.env.PRAKTIKUM_URL = instance.url; // support.mjs reads it when it is loaded
const { choose, day, fill, hrefs, launch, main, open, person, send, shots, signIn, text } = await import('./support.mjs');

const say = (sentence, condition, seen) => ok(`allocation: ${sentence}`, condition, seen);
const jobs = () => execFileSync(process.env.PRAKTIKUM ?? `${build}/praktikum`, ['jobs', '--once'],
  { cwd: instance.folder, env: { ...process.env, PRAKTIKUM_CONF: `${instance.folder}/praktikum.conf` }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 300000 });
const one = (statement) => instance.sql(statement)[0]?.[0];
const identity = (email) => one(`SELECT id FROM person WHERE email = '${email}'`);
const browser = await launch();
const window = async (email, language, how = {}) => choose(await signIn(await person(browser, { language, ...how }), email), language);
const client = async (email) => new Client(instance.url).signIn(email);
const shot = (page, name) => page.screenshot({ path: `${shots}/allocation-${name}.png`, fullPage: true });

const name = 'Fordeling for tre hundre', count = 300;
const emails = Array.from({ length: count }, (_, index) => (index === 0 ? people.student : `student${String(index).padStart(3, '0')}@fordeling.example`));

// An activity with room for a few more than three hundred, at two sites: asked for and answered as always.
async function arrange() {
  const institution = await client(people.placement_administrator);
  const made = await institution.submit('/activities/new', { instance: 6, name, starts: '2027-02-01', ends: '2027-04-30', places_wanted: count });
  const activity = made.headers.location.split('/').pop();
  await institution.submit(`/activities/${activity}/order`, { 'places-1': 208, 'places-2': 102, due_on: day(20), send: '1' });
  const role = { valid_from: day(0), valid_to: '2027-04-30' };
  for (const [email, site, places] of [[people.site_coordinator, 1, 8], [others.site_coordinator, 2, 6]]) {
    const coordinator = await client(email);
    const order = one(`SELECT id FROM placement_order WHERE activity = ${activity} AND site = ${site}`);
    const units = instance.sql(`SELECT id FROM unit WHERE site = ${site} AND closed_on IS NULL`);
    const answer = await coordinator.submit(`/orders/${order}/answer`, Object.fromEntries(units.map(([unit]) => [`capacity-${unit}`, places])));
    say(`site ${site} confirms ${places} places in each of ${units.length} units`, answer.status === 303, answer.body);
    for (const supervisor of site === 1 ? [email, people.supervisor] : [email]) {
      const entered = await coordinator.submit(`/orders/${order}/roles/new`, { ...role, role: 'supervisor', person: identity(supervisor) });
      say(`site ${site} enters ${supervisor} as supervisor`, entered.status === 303, entered.body);
    }
  }
  for (const which of ['lecturer', 'institution_coordinator']) {
    const entered = await institution.submit(`/activities/${activity}/roles/new`, { ...role, role: which, person: identity(people[which]) });
    say(`the institution enters a ${which}`, entered.status === 303, entered.body);
  }
  return activity;
}

// 1. Three hundred rows of a spreadsheet.
async function importStudents(page, activity) {
  const head = ['email', 'given_name', 'family_name', 'car'].map((field) => text(`import_field.registrations.${field}`, 'nb'));
  const rows = emails.map((email, index) => [email, `Student ${index}`, 'Fordelingsen', index % 3 === 0 ? 'ja' : 'nei']);
  const file = `${build}/check/allocation-students.csv`;
  writeFileSync(file, `\uFEFF${[head, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`);
  await open(page, `/activities/${activity}/students`);
  const link = (await hrefs(page, /^\/imports\/new/))[0];
  say('the page of students leads to an import', Boolean(link), await main(page));
  await open(page, link);
  await page.locator('input[type="file"]').setInputFiles(file);
  say('the file is sent', await send(page) === 303, await main(page));
  const address = new URL(page.url()).pathname;
  await settled(page, address);
  say('all rows are good', await page.locator('main form:has(input[name="act"][value="apply"]) button').count() > 0, await main(page));
  await send(page, 'main form:has(input[name="act"][value="apply"]) button');
  await settled(page, address);
  say('three hundred students are registered', one(`SELECT COUNT(*) FROM registration WHERE activity = ${activity} AND state = 'registered'`) === String(count));
}
// A page that watches a job, when the job is done.
async function settled(page, address) {
  jobs();
  for (let tries = 0; tries < 120; tries++) {
    await open(page, address).catch(() => open(page, address)); // the page itself may just be looking again
    if (await page.locator('meta[http-equiv="refresh"], .pk-progress').count() === 0) return;
    await pause(500);
  }
  throw new Error(`${address} did not come to an end`);
}

// 2. Wishes: one by the student, on a phone; the others' by the institution.
async function wishes(page, activity) {
  await open(page, `/activities/${activity}/wishes/edit`);
  await fill(page, { wishes_from: day(-3), wishes_to: day(10), wishes_most: 4 });
  say('wishes are asked for', await send(page) === 303, await main(page));
  const registration = (email) => one(`SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE r.activity = ${activity} AND p.email = '${email}'`);
  const student = await window(people.student, 'nn', { width: 320, height: 640 });
  const link = (await hrefs(student, new RegExp(`^/registrations/${registration(people.student)}`)))[0];
  say('the student\'s front page leads to the wishes', Boolean(link), await main(student));
  await open(student, `/registrations/${registration(people.student)}/wishes`);
  const choices = await student.locator('select[name="wish-1"] option').evaluateAll((nodes) => nodes.map((node) => node.value).filter(Boolean));
  say('every unit with places can be wished for, but where the student was before', choices.length === 42, choices.length);
  await student.locator('select[name="wish-1"]').selectOption(choices[0]);
  await student.locator('select[name="wish-2"]').selectOption(choices[0]);
  say('the same unit twice is refused', await send(student) === 422, await main(student));
  await student.locator('select[name="wish-2"]').selectOption(choices[1]);
  say('wishes are handed in', await send(student) === 303, await main(student));
  await shot(student, 'wishes-320');
  await student.context().close();
  const institution = await client(people.placement_administrator);
  const rows = instance.sql(`SELECT r.id, r.version FROM registration r WHERE r.activity = ${activity} AND r.wishes_at IS NULL ORDER BY r.id`);
  const units = choices.map(Number);
  let taken = 0;
  for (const [index, [id]] of rows.entries()) {
    // Everybody likes the first units: a scarcity that somebody must feel.
    const wish = [units[index % 5], units[5 + (index * 7) % 20], units[25 + (index * 3) % 17]];
    taken += (await institution.submit(`/registrations/${id}/wishes`, Object.fromEntries(wish.map((unit, rank) => [`wish-${rank + 1}`, unit])))).status === 303;
  }
  say('the institution enters the others\'', taken === rows.length && taken === count - 1, taken);
  instance.sql(`UPDATE allocation_plan SET wishes_to = CURRENT_DATE - INTERVAL 1 DAY WHERE activity = ${activity}`);
  return registration(people.student);
}

// 3. The run: a proposal beside the present state, explained.
async function run(page, activity, objective) {
  await open(page, `/activities/${activity}/proposals/new`);
  await page.locator('select[name="objective"]').selectOption(objective);
  say(`a run is asked for, ${objective}`, await send(page) === 303, await main(page));
  const address = new URL(page.url()).pathname;
  await settled(page, address);
  return address.split('/').pop();
}
const places = (proposal) => new Map(instance.sql(`SELECT registration, unit FROM proposal_student WHERE proposal = ${proposal}`));

async function propose(page, activity, student) {
  const first = await run(page, activity, 'weighted');
  const found = places(first);
  say('all three hundred are placed', found.size === count && [...found.values()].every((unit) => unit !== 'NULL'), [...found.values()].filter((unit) => unit === 'NULL').length);
  say('no unit has more than it confirmed', one(`SELECT COUNT(*) FROM (SELECT x.unit, COUNT(*) AS taken FROM proposal_student x WHERE x.proposal = ${first} GROUP BY x.unit) t
    JOIN (SELECT k.unit, SUM(k.places) AS places FROM capacity k JOIN placement_order o ON o.id = k.placement_order WHERE o.activity = ${activity} GROUP BY k.unit) c ON c.unit = t.unit
    WHERE t.taken > c.places`) === '0');
  await shot(page, 'proposal');
  const other = instance.sql(`SELECT x.registration FROM proposal_student x JOIN wish w ON w.registration = x.registration AND w.number = 1 AND w.unit <> x.unit
    WHERE x.proposal = ${first} ORDER BY x.registration LIMIT 1`)[0][0];
  const answer = await open(page, `/proposals/${first}/students/${other}`);
  const best = one(`SELECT u.name FROM wish w JOIN unit u ON u.id = w.unit WHERE w.registration = ${other} AND w.number = 1`);
  say('it explains why a student did not get the first wish', answer.status() === 200 && (await main(page)).includes(best), await main(page));
  await shot(page, 'explained');

  // Two are locked by hand where the run did not put them.
  const locked = [...found].filter(([registration]) => registration !== student).slice(0, 2);
  const free = instance.sql(`SELECT k.unit, SUM(k.places) FROM capacity k JOIN placement_order o ON o.id = k.placement_order WHERE o.activity = ${activity} GROUP BY k.unit`).map(([unit]) => unit);
  for (const [index, [registration, unit]] of locked.entries()) {
    const wanted = free.find((other) => other !== unit && index >= 0);
    await open(page, `/registrations/${registration}/place`);
    await page.locator(`[name="at"][value="${wanted}"]`).first().check();
    const lock = page.locator('[name="lock"]').first();
    if (!await lock.isChecked()) await lock.check();
    say('a student is placed and locked by hand', await send(page, 'main form.pk-board button[type="submit"]') === 303, await main(page));
    locked[index] = [registration, wanted];
  }
  const second = await run(page, activity, 'weighted');
  const again = places(second);
  say('the locked rows survive the next run', locked.every(([registration, unit]) => again.get(registration) === unit), JSON.stringify(locked));
  const third = await run(page, activity, 'weighted');
  say('the same input gives the same result', JSON.stringify([...places(third)].sort()) === JSON.stringify([...again].sort()));
  const fair = await run(page, activity, 'rank_maximal');
  const firsts = (proposal) => Number(one(`SELECT COUNT(*) FROM proposal_student x JOIN wish w ON w.registration = x.registration AND w.unit = x.unit AND w.number = 1 WHERE x.proposal = ${proposal}`));
  say('as many first wishes as possible is never fewer', firsts(fair) >= firsts(third), `${firsts(fair)} ${firsts(third)}`);
  await open(page, `/activities/${activity}/proposals`);
  const compared = await hrefs(page, /^\/proposals\/\d+$/);
  say('the proposals are compared side by side', [second, third, fair].every((proposal) => compared.includes(`/proposals/${proposal}`)), compared.join());
  await shot(page, 'compared');
  await open(page, `/proposals/${third}/take`);
  say('one is taken', await send(page) === 303, await main(page));
  say('and stands in the allocation', JSON.stringify(instance.sql(`SELECT registration, unit FROM allocation WHERE activity = ${activity} ORDER BY registration`)) === JSON.stringify([...places(third)].sort((a, b) => a[0] - b[0])));
  await open(page, `/proposals/${fair}/take`);
  say('an older one says what happened meanwhile, and cannot be taken', await page.locator('main .pk-form button[type="submit"]').count() === 0, await main(page));
  await (await client(people.placement_administrator)).submit(`/proposals/${fair}/take`);
  say('not even by a page that was open before', JSON.stringify(instance.sql(`SELECT registration, unit FROM allocation WHERE activity = ${activity} ORDER BY registration`)) === JSON.stringify([...places(third)].sort((a, b) => a[0] - b[0])), await main(page));
  return third;
}

// 4. Followers, then sharing: nobody sees anything before, everyone is told once after.
const told = (activity, kind) => instance.sql(`SELECT n.person, COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} AND n.kind = '${kind}' GROUP BY n.person`);
async function shareIt(page, activity, site, student) {
  for (const whom of ['supervisors', 'lecturers']) {
    await open(page, `/activities/${activity}/supervisors/divide`);
    say(`students are divided among ${whom}`, await send(page) === 303, await main(page));
  }
  const [[least, most, none]] = instance.sql(`SELECT MIN(n), MAX(n), (SELECT COUNT(*) FROM allocation WHERE activity = ${activity} AND (supervisor IS NULL OR lecturer IS NULL))
    FROM (SELECT COUNT(*) AS n FROM allocation WHERE activity = ${activity} AND site = 1 GROUP BY supervisor) t`);
  say('everybody has both, and the site\'s two supervisors as many', none === '0' && Number(most) - Number(least) <= 1, `${least} ${most} ${none}`);
  await open(site, `/activities/${activity}/allocation`);
  say('the site sees no student before sharing', !(await main(site)).includes('Fordelingsen'), await main(site));
  await open(site, '/students?view=coming&q=Fordelingsen');
  say('nor among its students', !(await site.locator('main table').count()) || !(await site.locator('main table').innerText()).includes('Fordelingsen'), await main(site));
  await open(page, `/activities/${activity}/share`);
  await shot(page, 'share');
  say('it is shared', await send(page) === 303, await main(page));
  say('three hundred placements are there', one(`SELECT COUNT(*) FROM placement WHERE activity = ${activity}`) === String(count), one(`SELECT COUNT(*) FROM placement WHERE activity = ${activity}`));
  const students = told(activity, 'placement_shared'), sites = told(activity, 'allocation_shared');
  say('everyone with an account is told once', [...students, ...sites].every(([, times]) => times === '1') && students.length > 0 && sites.length >= 3, JSON.stringify({ students, sites }));
  await open(site, `/activities/${activity}/allocation`);
  const shown = await main(site);
  say('the site sees its own students', shown.includes('Fordelingsen'), shown);
  await shot(site, 'site');
  const csv = await (await client(people.site_coordinator)).get(`/activities/${activity}/allocation.csv`);
  const own = one(`SELECT COUNT(*) FROM placement WHERE activity = ${activity} AND site = 1`);
  say('all of them are in the list to download, and nobody else\'s', csv.body.trim().split('\n').length === Number(own) + 1, `${csv.body.trim().split('\n').length} ${own}`);
  const reader = await window(people.student, 'nn', { width: 320, height: 640 });
  await open(reader, `/registrations/${student}`);
  const unit = one(`SELECT u.name FROM placement p JOIN unit u ON u.id = p.unit WHERE p.registration = ${student}`);
  say('the student sees their own place', (await main(reader)).includes(unit), await main(reader));
  await shot(reader, 'student-320');
  await reader.context().close();
}

// 5. The site changes a supervisor, once the coordinator was spoken to.
async function supervise(site, activity) {
  await open(site, `/activities/${activity}/allocation`);
  const placement = (await hrefs(site, /^\/placements\/\d+$/))[0];
  await open(site, placement);
  say('a name opens contact details', /@/.test(await main(site)), await main(site));
  await shot(site, 'placement');
  const before = one(`SELECT supervisor FROM placement WHERE id = ${placement.split('/').pop()}`);
  await open(site, `${placement}/supervisor`);
  const coordinator = one(`SELECT p.name FROM person p WHERE p.email = '${people.institution_coordinator}'`);
  say('the institution\'s coordinator is named', (await main(site)).includes(coordinator), await main(site));
  const control = site.locator('select[name="supervisor"] option');
  const other = (await control.evaluateAll((nodes) => nodes.map((node) => node.value).filter(Boolean))).find((value) => value !== before);
  await site.locator('select[name="supervisor"]').selectOption(other);
  say('without having spoken to them it is refused', await send(site) === 422, await main(site));
  await site.locator('select[name="supervisor"]').selectOption(other);
  await site.locator('[name="spoken"]').first().check();
  say('with it the supervisor is changed', await send(site) === 303, await main(site));
  say('as it was chosen', one(`SELECT supervisor FROM placement WHERE id = ${placement.split('/').pop()}`) === other);
  say('and the institution is told, once', told(activity, 'supervisor_changed').length > 0 && told(activity, 'supervisor_changed').every(([, times]) => times === '1'), JSON.stringify(instance.sql(`SELECT n.person, n.kind FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} ORDER BY n.id DESC LIMIT 5`)));
}

// 6. A unit withdraws: as few as possible move.
async function withdraw(page, site, activity) {
  const order = one(`SELECT id FROM placement_order WHERE activity = ${activity} AND site = 1`);
  const [[gone, there]] = instance.sql(`SELECT unit, COUNT(*) FROM placement WHERE activity = ${activity} AND site = 1 AND registration NOT IN (SELECT registration FROM allocation WHERE locked = 1) GROUP BY unit HAVING unit NOT IN (SELECT unit FROM allocation WHERE activity = ${activity} AND locked = 1) ORDER BY 2 DESC, unit LIMIT 1`);
  await open(page, `/orders/${order}/reopen`);
  await fill(page, { reason: 'En avdeling kan likevel ikke.', due_on: day(20) });
  say('the order is reopened', await send(page) === 303, await main(page));
  await open(site, `/orders/${order}/answer`);
  await fill(site, { [`capacity-${gone}`]: 0 });
  say('the site answers without one of its units', await send(site) === 303, await main(site));
  await open(page, `/activities/${activity}/allocation`);
  await shot(page, 'too-many');
  const before = new Map(instance.sql(`SELECT registration, unit FROM placement WHERE activity = ${activity}`));
  const proposal = await run(page, activity, 'weighted');
  const after = places(proposal), moved = [...after].filter(([registration, unit]) => before.get(registration) !== unit);
  say('everybody keeps a place', [...after.values()].every((unit) => unit !== 'NULL'));
  say(`only the ${there} who were there move`, moved.length === Number(there) && moved.every(([registration]) => before.get(registration) === gone), `${moved.length} of ${there}`);
  await open(page, `/proposals/${proposal}/take`);
  say('the proposal is taken', await send(page) === 303, await main(page));
  say('nothing of it is seen before it is shared', one(`SELECT COUNT(*) FROM placement WHERE activity = ${activity} AND unit = ${gone}`) === there);
  await open(page, `/activities/${activity}/share`);
  const preview = await main(page);
  const names = instance.sql(`SELECT p.name FROM placement c JOIN person p ON p.id = c.person WHERE c.activity = ${activity} AND c.unit = ${gone}`);
  say('the preview names everyone affected', names.every(([name]) => preview.includes(name)), preview);
  await shot(page, 'changes');
  say('the changes are shared', await send(page) === 303, await main(page));
  say('nobody is at the unit that withdrew', one(`SELECT COUNT(*) FROM placement WHERE activity = ${activity} AND unit = ${gone}`) === '0');
  const changed = told(activity, 'placement_changed'), sites = told(activity, 'allocation_changed');
  say('those concerned are told once, and nobody else', [...changed, ...sites].every(([, times]) => times === '1') && sites.length > 0 && changed.length <= Number(there), JSON.stringify({ changed, sites }));
  say('every version is kept', Number(one(`SELECT COUNT(*) FROM placement FOR SYSTEM_TIME ALL WHERE activity = ${activity}`)) >= count + Number(there));
}

try {
  const activity = await arrange();
  const institution = await window(people.placement_administrator, 'nb');
  const site = await window(people.site_coordinator, 'nb');
  await importStudents(institution, activity);
  const student = await wishes(institution, activity);
  await propose(institution, activity, student);
  await shareIt(institution, activity, site, student);
  await supervise(site, activity);
  await withdraw(institution, site, activity);
  await open(institution, `/calendar?status=all&q=${encodeURIComponent(name)}`);
  say('the calendar says that it is shared', (await main(institution)).includes(text('status.shared', 'nb')), await main(institution));
  jobs();
  const [[waiting, failed]] = instance.sql("SELECT COALESCE(SUM(state IN ('waiting','sending')), 0), COALESCE(SUM(state = 'failed'), 0) FROM mail");
  say('every mail was written', waiting === '0' && failed === '0', `${waiting} wait, ${failed} failed`);
  for (const page of [institution, site]) say('nothing came from another host', page.context().foreign.length === 0, page.context().foreign.join());
} catch (error) {
  ok('allocation ran to its end', false, error.stack);
}
await browser.close();
instance.stop();
done();
