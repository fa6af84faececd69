// From exam session to attested result, played in a browser without JavaScript, in Norwegian and in Swedish: a planner makes a session
// in four steps, students register and hand in, two assessors mark by code and disagree once, grading is confirmed, transferred
// once, marked ready and attested, and the student sees it. What must not be known is looked for on the way. Then a placement period:
// midway, a warning of doubt, absence and the final assessment, each signed for, and its result on the same road.
import { execFileSync } from 'node:child_process';
import { Client, Instance, build, done, ok, password, people } from '../support.mjs';

const instance = new Instance('exams', { settings: { digest_hour: 0 } });
await instance.start();
process.env.PRAKTIKUM_URL = instance.url; // support.mjs reads it when it is loaded
const { choose, day, fill, hrefs, launch, main, open, person, send, shots, signIn, text } = await import('./support.mjs');

const jobs = () => execFileSync(process.env.PRAKTIKUM ?? `${build}/praktikum`, ['jobs', '--once'],
  { cwd: instance.folder, env: { ...process.env, PRAKTIKUM_CONF: `${instance.folder}/praktikum.conf` }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 300000 });
const one = (statement) => instance.sql(statement)[0]?.[0];
const browser = await launch();
const second = 'bedommer2@demo.example', candidates = 6;
let say, language;
const window = async (email, how = {}) => choose(await signIn(await person(browser, { language, ...how }), email), language);
const shot = (page, name) => page.screenshot({ path: `${shots}/exams-${language}-${name}.png`, fullPage: true });
const path = (page) => new URL(page.url()).pathname;
const pick = (page, name, value) => page.locator(`select[name="${name}"]`).selectOption(value);
const tick = (page, name, value) => page.locator(`[name="${name}"][value="${value}"]`).first().check();
const button = (name, value) => `main button[name="${name}"][value="${value}"]`;
const attesting = 'main form[method="post"]:has([name="password"]) button[type="submit"]';
const choice = async (page, name, value) => (await page.locator(`select[name="${name}"]`).count() ? pick(page, name, value) : tick(page, name, value));

// 1. Four steps, with a wrong period on the way and a look back.
async function makeSession(page, name) {
  await open(page, '/exam-sessions');
  await open(page, (await hrefs(page, /^\/exam-sessions\/new/))[0]);
  await choice(page, 'type', 'digital_exam');
  await choice(page, 'date_mode', 'day');
  await choice(page, 'code_format', 'numbered');
  await choice(page, 'code_shown', 'always');
  await fill(page, { name, name_en: `${name} (exam)`, starts_on: day(20), starts_at: '13:00', ends_at: '09:00', place: 'Sal 3', code_prefix: 'ABC' });
  for (const flag of ['anonymous', 'registration']) await page.locator(`[name="${flag}"][type="checkbox"]`).check();
  await fill(page, { registers_from: day(-1), registers_to: day(25) });
  say('an end before the beginning and a registration after the exam are refused', await send(page) === 422, await main(page));
  const wrong = await page.locator('main [aria-invalid="true"]').evaluateAll((nodes) => nodes.map((node) => node.name));
  say('with the fields named', wrong.includes('ends_at') && wrong.includes('registers_to'), wrong.join());
  say('and what was typed is kept', await page.locator('[name="name"]').inputValue() === name);
  await shot(page, 'refused');
  await fill(page, { starts_at: '09:00', ends_at: '13:00', registers_to: day(10) });
  say('the details are taken', await send(page) === 303, await main(page));
  const session = path(page).split('/')[2];
  await open(page, `/exam-sessions/${session}/instances?course_code=SYK101`);
  const offered = one(`SELECT n.id FROM course_instance n JOIN course c ON c.id = n.course WHERE c.code = 'SYK101' AND n.institution = 1 AND n.starts <= CURRENT_DATE AND n.ends >= CURRENT_DATE`);
  await tick(page, 'add', offered);
  await page.locator('[name="course_code"]').fill('nothing like it');
  await page.locator('[name="course_code"]').press('Enter');
  await page.locator(`input[type="hidden"][name="add"][value="${offered}"]`).waitFor({ state: 'attached' });
  say('another search keeps what is ticked', path(page).endsWith('/instances') && await page.locator('[name="course_code"]').inputValue() === 'nothing like it');
  await send(page, button('find', 'all'));
  say('and so does none', await page.locator('[name="course_code"]').inputValue() === '' && await page.locator(`[name="add"][value="${offered}"]`).count() === 1);
  say('a step leads back and takes it along', await send(page, button('go', 'details')) === 303 && path(page).endsWith('/details'), await main(page));
  say('a look back loses nothing', await page.locator('[name="name"]').inputValue() === name && await page.locator('[name="code_prefix"]').inputValue() === 'ABC');
  await fill(page, { place: 'Sal 4' });
  say('a step leads on and keeps what is typed', await send(page, button('go', 'concerns')) === 303 && one(`SELECT place FROM exam_session WHERE id = ${session}`) === 'Sal 4', await main(page));
  say('a course instance is found and added', await page.locator(`[name="module-${offered}"]`).count() === 1, await main(page));
  await send(page, button('go', 'details'));
  await page.locator('[name="place"]').press('Enter');
  await page.waitForURL(/\/instances$/);
  say('Enter leads to the next step', (await main(page)).includes('SYK101'), await main(page));
  await open(page, '/exam-sessions?state=draft');
  say('the draft can be found again', (await main(page)).includes(name), await main(page));
  await open(page, `/exam-sessions/${session}/concerns`);
  const modules = await page.locator(`[name="module-${offered}"]`).first().evaluate((node) => (node.options ? [...node.options].map((option) => option.value) : [node.value]));
  const module = one(`SELECT m.id FROM module m JOIN course_instance n ON n.course = m.course WHERE n.id = ${offered} AND m.code = 'EKS'`);
  say('it concerns a module, never the course', modules.includes(module), modules.join());
  await choice(page, `module-${offered}`, module);
  say('the module is chosen', await send(page) === 303, await main(page));
  const preview = await main(page);
  say('the preview shows what was chosen', [name, 'ABC-0001-ABC', 'SYK101'].every((word) => preview.includes(word)), preview);
  await shot(page, 'preview');
  say('it is confirmed', await send(page) === 303, await main(page));
  const exam = one(`SELECT id FROM exam WHERE exam_session = ${session}`);
  say('and the exam is there', Boolean(exam));
  const sensor = one(`SELECT id FROM person WHERE email = '${people.examiner}'`);
  await open(page, `/exam-sessions/${session}/examiners`);
  await tick(page, 'examiners', sensor);
  say('an examiner is named', await send(page) === 303, await main(page));
  return { session, exam };
}

// 2. The student registers themselves, on a phone; the planner adds others, takes one off, and gives one more time.
async function register(page, { session }) {
  const student = await window(people.student, { width: 320, height: 640 });
  await open(student, '/my-exams');
  const link = (await hrefs(student, new RegExp(`^/exam-sessions/${session}/register$`)))[0];
  say('the student finds the exam among their own', Boolean(link), await main(student));
  await open(student, link);
  say('and registers', await send(student) === 303, await main(student));
  const own = one(`SELECT c.id FROM candidate c JOIN person p ON p.id = c.person WHERE c.exam_session = ${session} AND p.email = '${people.student}'`);
  await open(student, `/candidates/${own}`);
  const code = one(`SELECT code FROM exam_identity WHERE candidate = ${own}`);
  say('their code is shown to them', /^ABC-\d{4}-[A-Z]{3}$/.test(code) && (await main(student)).includes(code), code);
  await shot(student, 'student-320');
  await open(page, `/exam-sessions/${session}/candidates/new`);
  const boxes = await page.locator('[name="people"]').evaluateAll((nodes) => nodes.map((node) => node.value));
  for (const value of boxes.slice(0, candidates)) await tick(page, 'people', value);
  say('the planner adds students', await send(page) === 303, await main(page));
  const gone = one(`SELECT id FROM candidate WHERE exam_session = ${session} AND id <> ${own} ORDER BY id DESC LIMIT 1`);
  await open(page, `/candidates/${gone}/withdraw`);
  say('and takes one off', await send(page) === 303, await main(page));
  const slow = one(`SELECT id FROM candidate WHERE exam_session = ${session} AND id NOT IN (${own}, ${gone}) LIMIT 1`);
  await open(page, `/candidates/${slow}/accommodation`);
  await fill(page, { extra_minutes: 30 });
  say('one gets more time', await send(page) === 303, await main(page));
  say('as many papers wait as sit', one(`SELECT COUNT(*) FROM paper p JOIN exam e ON e.id = p.exam WHERE e.exam_session = ${session} AND p.void = 0`) === String(candidates));
  for (const list of ['attendance', 'may-sit', 'seats']) {
    await open(page, `/exam-sessions/${session}/${list}`);
    const words = await main(page), names = words.includes('Kladdeåsen');
    say(`the list ${list} has ${list === 'seats' ? 'codes and no names' : 'names and no codes'}`, list === 'seats' ? words.includes(code) && !names : names && !words.includes(code), words);
  }
  return { student, own, code };
}

// 3. The day comes: one hands in a file, the others' hand-in is marked.
async function handIn(page, { session }, { student, own }) {
  instance.sql(`UPDATE exam_session SET registers_from = CURRENT_DATE - INTERVAL 20 DAY, registers_to = CURRENT_DATE - INTERVAL 10 DAY,
    starts_on = CURRENT_DATE - INTERVAL 1 DAY, starts_at = '00:01:00', ends_on = CURRENT_DATE + INTERVAL 1 DAY, ends_at = '23:59:00', date_mode = 'period' WHERE id = ${session}`);
  await open(student, `/candidates/${own}/hand-in`);
  await student.locator('input[type="file"]').setInputFiles({ name: 'Åse Kladdeåsen.txt', mimeType: 'text/plain', buffer: Buffer.from('Svar på oppgave 1: førti to.\n') });
  say('a file is handed in', await send(student) === 303, await main(student));
  await open(page, `/exam-sessions/${session}/hand-ins`);
  await shot(page, 'hand-ins');
  for (const [id] of instance.sql(`SELECT id FROM candidate WHERE exam_session = ${session} AND state = 'registered' AND id <> ${own}`)) await tick(page, 'chosen', id);
  await fill(page, { at: '09:45' });
  say('the others\' hand-in is marked at once', await send(page, button('act', 'mark')) === 303, await main(page));
  jobs();
  say('all have handed in', one(`SELECT COUNT(*) FROM candidate WHERE exam_session = ${session} AND state = 'registered' AND handed_in_at IS NULL`) === '0');
  say('and the papers know that much', one(`SELECT COUNT(*) FROM paper p JOIN exam e ON e.id = p.exam WHERE e.exam_session = ${session} AND p.void = 0 AND p.handed_in = 0`) === '0');
  instance.sql(`UPDATE exam_session SET starts_on = CURRENT_DATE - INTERVAL 2 DAY, ends_on = CURRENT_DATE - INTERVAL 1 DAY WHERE id = ${session}`);
}

// 4. Points and boundaries; two assessors by code; they disagree once, which blocks.
async function grade(page, { exam }, { code }) {
  await open(page, `/exams/${exam}/setup`);
  await fill(page, { points_most: language === 'en' ? '40.00' : '40,00' });
  for (const [position, points] of [[2, 16], [3, 20], [4, 24], [5, 30], [6, 36]]) await fill(page, { [`boundary-${position}`]: points });
  await choice(page, 'marks', '2');
  say('points, boundaries and two assessors are set', await send(page) === 303, await main(page));
  for (const email of [people.assessor, second]) {
    await open(page, `/exams/${exam}/assessors?q=${encodeURIComponent(one(`SELECT family_name FROM person WHERE email = '${email}'`))}`);
    await tick(page, 'add', one(`SELECT id FROM person WHERE email = '${email}'`));
    say(`${email} is to assess`, await send(page) === 303, await main(page));
  }
  const codes = instance.sql(`SELECT code FROM paper WHERE exam = ${exam} AND void = 0 ORDER BY code`).map(([value]) => value);
  const first = await window(people.assessor), other = await window(second);
  await open(first, `/exams/${exam}/grade`);
  const seen = await first.content();
  say('an assessor sees codes', codes.every((value) => seen.includes(value)), await main(first));
  say('and nothing of a name', !/Kladde|Åse|student@/.test(seen));
  const file = (await hrefs(first, /\/paper\?code=/))[0];
  const paper = await (await new Client(instance.url, language).signIn(people.assessor)).get(file);
  say('the paper is named by its code', paper.status === 200 && paper.headers['content-disposition'].includes(code) && !/Kladde/.test(JSON.stringify(paper.headers)), JSON.stringify(paper.headers));
  for (const [index, wrong, what] of [[0, '14.83', 'the wrong sign'], [1, '41', 'more than there is']]) {
    await open(first, `/exams/${exam}/grade`);
    await fill(first, { [`points-${codes[0]}`]: '12', [`points-${codes[index]}`]: wrong });
    say(`${what} is refused`, await send(first, 'main form[method="post"] button[data-save]') === 422, await main(first));
    const named = await first.locator('main [aria-invalid="true"]').evaluateAll((nodes) => nodes.map((node) => node.name));
    say('at its row, and nothing is saved', named.join() === `points-${codes[index]}` && one(`SELECT COUNT(*) FROM mark WHERE exam = ${exam}`) === '0', named.join());
  }
  const points = (index) => ['14,83', '10,00', '20,00', '36,5', '40', '29,75'][index];
  for (const [assessor, differs] of [[first, false], [other, true]]) {
    await open(assessor, `/exams/${exam}/grade`);
    for (const [index, value] of codes.entries()) await fill(assessor, { [`points-${value}`]: differs && index === 2 ? '25' : points(index) });
    say('a column of points is saved', await send(assessor, 'main form[method="post"] button[data-save]') === 303, await main(assessor));
  }
  say('grades follow the boundaries', JSON.stringify(instance.sql(`SELECT m.grade FROM mark m JOIN person p ON p.id = m.person WHERE m.exam = ${exam} AND p.email = '${people.assessor}' ORDER BY m.code`).flat()) === JSON.stringify(['1', '1', '3', '6', '6', '4']));
  await open(other, `/exams/${exam}/grade`);
  say('they disagree once, and see it', (await main(other)).includes('20,00') && one(`SELECT COUNT(*) FROM paper WHERE exam = ${exam} AND void = 0 AND grade IS NULL`) === '1', await main(other));
  await shot(other, 'disagree');
  const refused = await (await new Client(instance.url, language).signIn(people.exam_planner)).submit(`/exams/${exam}/confirm`);
  say('which blocks confirming', refused.status === 409 || refused.status === 422, `${refused.status}`);
  await open(other, `/exams/${exam}/grade`);
  await fill(other, { [`points-${codes[2]}`]: '20,00' });
  say('they agree', await send(other, 'main form[method="post"] button[data-save]') === 303, await main(other));
  await open(page, `/exams/${exam}/confirm`);
  say('grading is confirmed', await send(page) === 303, await main(page));
  await open(page, `/exams/${exam}/protocol`);
  const protocol = await main(page);
  say('the protocol has each code', codes.every((value) => protocol.includes(value)), protocol);
  await shot(page, 'protocol');
  return { first, other, codes };
}

// 5. The dry run, yes, and a receipt that adds up; no second time.
async function transfer(page, { exam, session }) {
  await open(page, `/exams/${exam}/transfer`);
  await shot(page, 'transfer');
  await page.locator('[name="ready"][type="checkbox"]').check();
  say('it is ready to be transferred', await send(page) === 303, await main(page));
  if (!path(page).endsWith('/confirm')) await open(page, `/exams/${exam}/transfer/confirm`);
  say('are you sure? yes', await send(page) === 303, await main(page));
  jobs();
  await open(page, `/exams/${exam}/transfer/log`);
  say('the receipt adds up', one(`SELECT CONCAT_WS(' ', papers, written, overwritten, failed) FROM transfer WHERE exam = ${exam}`) === `${candidates + 1} ${candidates} 0 1`, await main(page)); // one has withdrawn
  say('each result is a draft', one(`SELECT COUNT(*) FROM result WHERE exam_session = ${session} AND state = 'draft'`) === String(candidates));
  await shot(page, 'log');
  const again = await (await new Client(instance.url, language).signIn(people.exam_planner)).submit(`/exams/${exam}/transfer/confirm`);
  say('it happens once', again.status === 409 || again.status === 422 || again.status === 404, `${again.status}`);
}

// Where scripts run: ticks stay while rows save themselves, Ctrl+Shift+S makes the ticked ready, Ctrl+S saves.
async function byKeyboard(session) {
  const page = await window(people.exam_planner, { javascript: true }), held = (code, what) =>
    one(`SELECT r.${what} FROM result r JOIN exam_identity t ON t.candidate = r.candidate WHERE r.exam_session = ${session} AND t.code = '${code}'`);
  await open(page, `/exam-sessions/${session}/results?state=open`);
  const [first, next, third, ...rest] = await page.$$eval('tr[data-row]', (rows) => rows.map((row) => row.dataset.row));
  say('what is left to enter is one list', rest.length === candidates - 3, await main(page));
  const box = (code) => page.locator(`[name="chosen-${code}"]`), points = (code) => page.locator(`[name="points-${code}"]`);
  for (const code of [first, next]) await box(code).check();
  await points(first).fill(language === 'en' ? '11.50' : '11,50');
  await points(third).focus();
  await page.waitForFunction((name) => document.getElementsByName(name)[0]?.value === '2', `seen-${first}`);
  say('a row that saved itself stays ticked, and the others do', await box(first).isChecked() && await box(next).isChecked() && held(first, 'points') === '11.50');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Shift+S')]);
  say('the ticked are made ready by keyboard', [first, next, third].map((code) => held(code, 'state')).join() === 'ready,ready,draft', await main(page));
  await points(third).fill(language === 'en' ? '12.25' : '12,25');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+S')]);
  say('and Ctrl+S saves', held(third, 'points') === '12.25' && held(third, 'state') === 'draft', await main(page));
  await page.context().close();
}

// 6. Ready, sent back once with a reason, ready again, attested with the password; the student sees it then and not before.
async function attest(page, { session }, { student, own }) {
  await byKeyboard(session);
  await open(page, `/exam-sessions/${session}/results`);
  await shot(page, 'results');
  say('all are marked ready', await send(page, button('act', 'ready_all')) === 303, await main(page));
  const result = one(`SELECT id FROM result WHERE candidate = ${own}`);
  await open(student, '/my-results');
  say('the student sees nothing yet', !(await main(student)).includes('ABC') && (await student.goto(`${instance.url}/results/${result}`)).status() === 404);
  jobs();
  say('the examiner is told, once', one(`SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person WHERE p.email = '${people.examiner}' AND n.kind = 'results_ready'`) >= '1');
  const examiner = await window(people.examiner);
  await open(examiner, `/results/${result}/return`);
  await fill(examiner, { reason: 'Del 2 er summert feil.' });
  say('one is sent back with a reason', await send(examiner) === 303, await main(examiner));
  await open(page, `/results/${result}`);
  say('and the reason stands there', (await main(page)).includes('Del 2 er summert feil.'), await main(page));
  await open(page, `/exam-sessions/${session}/results`);
  say('it is ready again', await send(page, button('act', 'ready_all')) === 303, await main(page));
  await open(examiner, `/exam-sessions/${session}/results/attest`);
  await fill(examiner, { password: 'not the password' });
  for (const box of await examiner.locator('[name^="chosen-"]').all()) await box.check();
  say('a wrong password attests nothing', await send(examiner, attesting) === 422 && one(`SELECT COUNT(*) FROM result_decision d JOIN result r ON r.id = d.result WHERE r.exam_session = ${session}`) === '0', await main(examiner));
  await fill(examiner, { password });
  for (const box of await examiner.locator('[name^="chosen-"]').all()) await box.check();
  say('the right one attests them all', await send(examiner, attesting) === 303 && one(`SELECT COUNT(*) FROM result WHERE exam_session = ${session} AND state = 'attested'`) === String(candidates), await main(examiner));
  await shot(examiner, 'attested');
  await open(student, '/my-results');
  const grade = one(`SELECT g.symbol FROM result r JOIN scale_grade g ON g.scale_version = r.scale_version AND g.position = r.grade WHERE r.id = ${result}`);
  const address = (await hrefs(student, new RegExp(`^/results/${result}$`)))[0];
  say('the student sees the result', Boolean(address), await main(student));
  await open(student, `/results/${result}/`.replace(/\/$/, ''));
  say('with its grade', (await main(student)).includes(grade), await main(student));
  await shot(student, 'result-320');
  await open(examiner, `/results/${result}/decide`);
  await choice(examiner, 'grade', '5');
  await fill(examiner, { reason: 'Klage tatt til følge.', password });
  say('a new decision needs a reason and the password', await send(examiner) === 303, await main(examiner));
  say('and keeps the old one', one(`SELECT COUNT(*) FROM result_decision WHERE result = ${result}`) === '2');
  await open(student, `/results/${result}`);
  say('the student sees both', (await main(student)).includes('Klage tatt til følge.'), await main(student));
  await examiner.context().close();
}

// 7. A placement period: written by the supervisor, signed for by the student, attested like an exam.
async function assess(page, { student }) {
  const [placement, registration, activity] = instance.sql(`SELECT x.id, x.registration, x.activity FROM placement x JOIN person p ON p.id = x.person JOIN person v ON v.id = x.supervisor
    WHERE p.email = '${people.student}' AND v.email = '${people.supervisor}' AND CURRENT_DATE BETWEEN x.starts AND x.ends AND x.ended_on IS NULL LIMIT 1`)[0];
  const own = `IN (SELECT id FROM assessment WHERE registration = ${registration})`, road = `/placements/${placement}`;
  instance.sql(`DELETE FROM assessment_criterion WHERE assessment ${own}; DELETE FROM assessment WHERE registration = ${registration}; DELETE FROM doubt WHERE registration = ${registration};
    DELETE FROM absence WHERE registration = ${registration}; DELETE FROM attendance WHERE registration = ${registration};
    DELETE FROM result_decision WHERE result IN (SELECT id FROM result WHERE registration = ${registration}); DELETE FROM result WHERE registration = ${registration}`);
  const supervisor = await window(people.supervisor);
  const write = async (kind, passed) => {
    await open(supervisor, `${road}/${kind}`);
    say(`a ${kind} assessment without what was found is refused`, await send(supervisor, button('act', 'give')) === 422, await main(supervisor));
    for (const box of await supervisor.locator('[name^="verdict-"][value="partly"]').all()) await box.check();
    await tick(supervisor, 'passed', passed);
    await fill(supervisor, { text: `Tar imot rettleiing (${kind}).` });
    say(`and whole it is given`, await send(supervisor, button('act', 'give')) === 303, await main(supervisor));
  };
  const sign = async (what, remarks) => {
    await open(student, `${road}/assessment`);
    await open(student, (await hrefs(student, new RegExp(`^/${what}/[0-9]+/sign$`)))[0]);
    await fill(student, { remarks });
    say(`the student reads and signs: ${what}`, await send(student) === 303, await main(student));
    await open(supervisor, `${road}/assessment`);
    say('and what they remark stands there', (await main(supervisor)).includes(remarks), await main(supervisor));
  };
  await write('midway', 'no');
  await sign('assessments', 'Eg er ikkje samd.');
  await open(supervisor, `${road}/doubt`);
  await fill(supervisor, { text: 'Det står att å planleggje eige arbeid.', meeting_on: day(1), meeting_at: '10:00', meeting_place: 'Vaktrommet' });
  if (await supervisor.locator('[name="late_reason"]').count()) await fill(supervisor, { late_reason: 'Det viste seg først no.' });
  say('a warning of doubt is given, with a meeting', await send(supervisor) === 303, await main(supervisor));
  await sign('doubts', 'Eg kjem til møtet.');
  await open(supervisor, `${road}/absence`);
  await fill(supervisor, { 'new_day-1': day(0), 'new_hours-1': language === 'en' ? '7.5' : '7,5' });
  say('a day of absence is entered', await send(supervisor) === 303 && one(`SELECT hours FROM absence WHERE registration = ${registration}`) === '7.5', await main(supervisor));
  await write('final', 'yes');
  await sign('assessments', 'Takk for rettleiinga.');
  const result = one(`SELECT id FROM result WHERE registration = ${registration} AND state = 'draft'`), seen = new RegExp(`^/results/${result}$`);
  await open(student, '/my-results');
  say('which is no result yet', Boolean(result) && (await hrefs(student, seen)).length === 0, await main(student));
  await open(page, `/activities/${activity}/results?q=${registration}`);
  await page.locator(`[name="chosen-${registration}"]`).check();
  say('the draft that came of it is made ready', await send(page, button('act', 'ready')) === 303, await main(page));
  const examiner = await window(people.examiner);
  await open(examiner, `/activities/${activity}/results/attest?q=${registration}`);
  await fill(examiner, { password });
  say('and attested', await send(examiner, attesting) === 303 && one(`SELECT state FROM result WHERE id = ${result}`) === 'attested', await main(examiner));
  await open(student, '/my-results');
  say('the student sees it among their results', (await hrefs(student, seen)).length === 1, await main(student));
  for (const gone of [supervisor, examiner]) await gone.context().close();
}

async function story(tongue) {
  language = tongue;
  say = (sentence, condition, seen) => ok(`exams ${tongue}: ${sentence}`, condition, seen);
  const planner = await window(people.exam_planner);
  const made = await makeSession(planner, tongue === 'sv' ? 'Salstentamen i anatomi' : 'Skoleeksamen i anatomi');
  const sitting = await register(planner, made);
  await handIn(planner, made, sitting);
  const graded = await grade(planner, made, sitting);
  await transfer(planner, made);
  await attest(planner, made, sitting);
  await assess(planner, sitting);
  for (const page of [planner, sitting.student, graded.first, graded.other]) {
    say('nothing came from another host', page.context().foreign.length === 0, page.context().foreign.join());
    await page.context().close();
  }
}
for (const tongue of ['nb', 'sv'])
  try {
    await story(tongue);
  } catch (error) {
    ok(`exams ${tongue} ran to its end`, false, error.stack);
  }
await browser.close();
instance.stop();
done();
