// Every route × every role × own, foreign and missing things, against tests/http/matrix.tsv, which says what the rights of
// sql/rights/ are meant to be. `node tests/http/matrix.mjs --write` writes down what is; read the difference before you
// commit it.
//
// A row: path, which thing, then a status a role for GET. The thing belongs to
//   own          institution 1 and site 1 (those of the demonstration sign-ins)
//   institution  institution 1, but another site (orders)      site     site 1, but another institution (orders)
//   draft        as own, an order not yet sent                  foreign  others altogether
//   supervised   an activity in which the supervisor has a grant   attended  the student   role  a grant in an activity
//   missing      nobody: no such id
// Of an allocation:
//   own          not shared yet, in an activity that site 1 has confirmed places for (`ready`, as an activity)
//   shared       shared, at site 1; seen by neither the demonstration's supervisor, lecturer nor student
//   protected    of who is protected     elsewhere (proposals) a student of another activity
// Of exams: draft, open to register, own (coming; the student is a candidate), graded (under way), cancelled; confirmed, transferred;
// of results unseen: the student's own, not attested yet.
// What is not in the table follows from it: .xml has the page's status (a file has none: 404); a POST to a page gives 405; a POST
// without a token to an action is refused like its GET, and where that is 200 it is 403 and changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { Client, done, ok, others, people, root, routes } from '../support.mjs';
import { execFileSync } from 'node:child_process';

const file = `${root}/tests/http/matrix.tsv`;
const sql = (statement) => execFileSync('bash', ['-c', '. conf/run/lib.sh; cd "$VAR"; sql praktikum'], { cwd: root, input: statement, encoding: 'utf8' })
  .split('\n').filter(Boolean).map((line) => line.split('\t'));
const first = (statement) => sql(statement)[0]?.[0];

const order = (where) => first(`SELECT o.id FROM placement_order o WHERE ${where} ORDER BY (o.state = 'sent') DESC, o.id LIMIT 1`);
const of = (tableName, institution, extra = '') => first(`SELECT id FROM ${tableName} WHERE institution = ${institution} ${extra} ORDER BY id LIMIT 1`);
const email = (address) => first(`SELECT id FROM person WHERE email = '${address}'`);
// An activity that site 1 has a sent order for; and one of institution 2 that site 1 has nothing to do with.
const activity = first(`SELECT o.activity FROM placement_order o JOIN activity a ON a.id = o.activity WHERE o.site = 1 AND o.institution = 1 AND o.state = 'sent' AND a.cancelled_at IS NULL ORDER BY o.activity LIMIT 1`);
const elsewhere = first(`SELECT a.id FROM activity a WHERE a.institution = 2 AND NOT EXISTS (SELECT 1 FROM placement_order o WHERE o.activity = a.id AND o.site = 1) ORDER BY a.id LIMIT 1`);
const granted = (address) => first(`SELECT activity FROM person_grant WHERE person = ${email(address)} AND activity IS NOT NULL LIMIT 1`);
const ready = first(`SELECT p.activity FROM proposal p JOIN allocation_plan n ON n.activity = p.activity JOIN placement_order o ON o.activity = p.activity
  WHERE p.institution = 1 AND p.state = 'ready' AND n.shares = 0 AND o.site = 1 AND o.state = 'answered' ORDER BY p.id LIMIT 1`);
const registration = (where) => first(`SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE r.state = 'registered' AND ${where} ORDER BY r.id LIMIT 1`);
const placement = (where) => first(`SELECT l.id FROM placement l JOIN person p ON p.id = l.person WHERE l.ended_on IS NULL AND ${where} ORDER BY l.id LIMIT 1`);
const shared = `l.institution = 1 AND l.site = 1 AND NOT l.supervisor <=> ${email(people.supervisor)} AND NOT l.lecturer <=> ${email(people.lecturer)} AND l.starts > CURDATE()`;
const things = {
  institution: { own: 1, foreign: 2 },
  site: { own: 1, foreign: 2 },
  unit: { own: first('SELECT id FROM unit WHERE site = 1 AND closed_on IS NULL ORDER BY id LIMIT 1'), foreign: first('SELECT id FROM unit WHERE site = 2 ORDER BY id LIMIT 1') },
  agreement: { own: first('SELECT id FROM agreement WHERE institution = 1 AND site = 1 ORDER BY id LIMIT 1'), foreign: first('SELECT id FROM agreement WHERE institution <> 1 AND site <> 1 ORDER BY id LIMIT 1') },
  requirement: { own: 1 },
  programme: { own: of('programme', 1), foreign: of('programme', 2) },
  course: { own: of('course', 1), foreign: of('course', 2) },
  instance: { own: of('course_instance', 1), foreign: of('course_instance', 2) },
  module: { own: of('module', 1), foreign: of('module', 2) },
  activity: { own: activity, foreign: elsewhere, supervised: granted(people.supervisor), attended: granted(people.student), ready },
  class: { own: first(`SELECT id FROM activity_class WHERE activity IN (SELECT activity FROM placement_order WHERE site = 1 AND institution = 1 AND state <> 'draft') ORDER BY id LIMIT 1`),
    foreign: first(`SELECT c.id FROM activity_class c JOIN activity a ON a.id = c.activity WHERE a.institution <> 1 AND NOT EXISTS (SELECT 1 FROM placement_order o WHERE o.activity = a.id AND o.site = 1) ORDER BY c.id LIMIT 1`) },
  order: { own: order(`o.institution = 1 AND o.site = 1 AND o.state <> 'draft'`), institution: order(`o.institution = 1 AND o.site <> 1 AND o.state = 'sent'`),
    site: order(`o.institution <> 1 AND o.site = 1 AND o.state <> 'draft'`), draft: order(`o.institution = 1 AND o.state = 'draft'`),
    foreign: order(`o.institution <> 1 AND o.site <> 1 AND o.state = 'sent'`) },
  person: { own: email(people.lecturer), site: email(people.supervisor), foreign: email(others.site_coordinator), student: email(people.student) },
  grant: { own: first(`SELECT id FROM person_grant WHERE person = ${email(people.lecturer)} LIMIT 1`), site: first(`SELECT id FROM person_grant WHERE person = ${email(people.supervisor)} LIMIT 1`),
    foreign: first(`SELECT id FROM person_grant WHERE person = ${email(others.site_coordinator)} LIMIT 1`),
    role: first(`SELECT g.id FROM person_grant g JOIN activity a ON a.id = g.activity WHERE g.site = 1 AND a.institution = 1 AND g.valid_to >= CURDATE() ORDER BY g.id LIMIT 1`) },
};

const roles = ['nobody', ...Object.keys(people)];
const clients = {};
for (const role of roles) clients[role] = role === 'nobody' ? new Client() : await new Client().signIn(people[role]);
// Whom an invitation still waits for; the place is that of their grants. A device is where somebody is signed in, here the lecturer.
const invited = (where) => first(`SELECT l.id FROM account_link l WHERE l.purpose = 'invitation' AND l.ended IS NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = l.person)
  AND EXISTS (SELECT 1 FROM person_grant x WHERE x.person = l.person AND ${where}) ORDER BY l.id LIMIT 1`);
const invite = () => sql(`INSERT INTO account_link (person, purpose, salt, created_at, created_by, expires_at)
  SELECT x.person, 'invitation', REPEAT('0', 32), UTC_TIMESTAMP(), ${email(people.placement_administrator)}, UTC_TIMESTAMP() + INTERVAL 14 DAY
  FROM person_grant x WHERE x.institution = 1 AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = x.person) ORDER BY x.id LIMIT 1`);
if (!invited('x.institution = 1')) invite(); // the demonstration's sites have invited, its institutions have not
things.invitation = { own: invited('x.institution = 1'), site: invited('x.site = 1'), foreign: invited('COALESCE(x.institution, 0) <> 1 AND COALESCE(x.site, 0) <> 1') };
things.device = { own: first(`SELECT MAX(id) FROM session WHERE person = ${email(people.lecturer)}`) };
// The demonstration has sent no mail and imported nothing: each place gets one of both, too far on for `jobs` to take up.
const made = (statement) => first(`${statement}; SELECT LAST_INSERT_ID()`);
const mailed = (where) => made(`INSERT INTO mail (event, person, kind, state, next_at) SELECT e.id, ${email(people.lecturer)}, 'order_sent', 'failed', UTC_TIMESTAMP()
  FROM event e WHERE e.thing = 'order' AND ${where} AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.event = e.id) ORDER BY e.id LIMIT 1`);
const imported = (kind, institution, site) => made(`INSERT INTO import (kind, institution, site, person, file_name, file_bytes, state, created_at)
  VALUES ('${kind}', ${institution}, ${site}, ${email(people.system_administrator)}, 'matrix.csv', 0, 'checked', UTC_TIMESTAMP())`);
things.mail = { own: mailed('e.institution = 1 AND e.site = 1'), institution: mailed('e.institution = 1 AND e.site <> 1'), site: mailed('e.institution <> 1 AND e.site = 1'),
  foreign: mailed('e.institution <> 1 AND e.site <> 1') };
// Partners and their keys: the placement administrator's, the site administrator's, others'. Calendars: the lecturer's address.
things.partner = { own: 1, site: 2, foreign: 3 };
things.partner_key = { own: 1, site: 2, foreign: 3 };
things.calendar = { own: made(`INSERT INTO private_address (person, purpose, salt, created_at) VALUES (${email(people.lecturer)}, 'calendar', REPEAT('0', 32), UTC_TIMESTAMP())`) };
things.import = { own: imported('people', 1, 'NULL'), site: imported('units', 'NULL', 1), foreign: imported('people', 2, 'NULL') };
// A print, made, of one person each.
const printed = (person) => {
  const print = made(`INSERT INTO print (person, lang, area, name, thing, thing_id, address, needs, parameters, title, pages, bytes, asked_at, made_at)
    VALUES (${person}, 'nb', 'ordering', 'confirmation', 'order', 1, '/orders/1/confirmation', 'view', '', 'Matrix', 1, 4, UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
  sql(`INSERT INTO print_piece (print, piece, bytes) VALUES (${print}, 1, '%PDF')`);
  return print;
};
things.print = { own: printed(email(people.placement_administrator)), foreign: printed(email(others.placement_administrator)) };
// Everybody's grading scale, and one of each institution.
const scaled = (institution) => {
  const scale = made(`INSERT INTO grading_scale (institution, name) VALUES (${institution}, 'Matrix')`);
  const version = made(`INSERT INTO scale_version (grading_scale, number, made_at) VALUES (${scale}, 1, UTC_TIMESTAMP())`);
  sql(`INSERT INTO scale_grade (scale_version, position, symbol, passed) VALUES (${version}, 1, 'U', 0), (${version}, 2, 'G', 1)`);
  return scale;
};
things.scale = { common: 3, own: scaled(1), foreign: scaled(2) };
// Of another institution, too: students who go together, and a run long since thrown away.
const theirs = first('SELECT MIN(activity) FROM registration WHERE institution = 2');
const run = () => made(`INSERT INTO proposal (institution, activity, number, person, state, objective, avoid_earlier, created_at)
  VALUES (2, ${theirs}, 1, ${email(others.placement_administrator)}, 'discarded', 'weighted', 0, UTC_TIMESTAMP())`);
things.registration = { own: registration(`r.activity = ${ready}`), shared: registration(`r.id = (SELECT l.registration FROM placement l WHERE ${shared} LIMIT 1)`),
  attended: registration(`p.email = '${people.student}' AND r.activity = ${things.activity.attended}`), protected: registration('r.institution = 1 AND p.protected = 1'),
  foreign: registration('r.institution = 2') };
things.placement = { shared: placement(shared), institution: placement('l.institution = 1 AND l.site <> 1'), attended: placement(`p.email = '${people.student}'`),
  supervised: placement(`l.supervisor = ${email(people.supervisor)} AND p.email <> '${people.student}'`), protected: placement('l.institution = 1 AND p.protected = 1'),
  foreign: placement('l.institution = 2 AND l.site <> 1') };
things.group = { own: first(`SELECT MIN(id) FROM allocation_group WHERE activity = ${ready}`),
  foreign: made(`INSERT INTO allocation_group (activity, kind) VALUES (${theirs}, 'other')`) };
things.proposal = { own: first(`SELECT MIN(id) FROM proposal WHERE activity = ${ready} AND state = 'ready'`), foreign: run() };
// Exams: the demonstration's, of which the demonstration student is a candidate, and one of institution 2, graded and attested.
const session = (where) => first(`SELECT s.id FROM exam_session s WHERE s.institution = 1 AND ${where} ORDER BY s.id LIMIT 1`);
const coming = session("s.starts_on > CURDATE() AND EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = s.id AND c.state = 'registered' AND c.person = " + email(people.student) + ")");
const examOf = (where) => first(`SELECT e.id FROM exam e WHERE e.institution = 1 AND ${where} ORDER BY e.id LIMIT 1`);
const graded = examOf("e.state = 'started'");
const candidate = (exam, who) => first(`SELECT c.id FROM candidate c WHERE c.exam_session = ${exam} AND c.state = 'registered' AND c.person ${who} ${email(people.student)} ORDER BY c.id LIMIT 1`);
const theirSession = made(`INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, anonymous, scale_version, person, made_at, confirmed_at)
  VALUES (2, 'digital_exam', 'confirmed', 'Matrix', 'Matrix', 'none', 1, 3, ${email(others.placement_administrator)}, UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
const [theirInstance, theirModule, theirStudent] = [of('course_instance', 2), of('module', 2), first('SELECT MIN(person) FROM registration WHERE institution = 2')];
sql(`INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) VALUES (${theirSession}, ${theirInstance}, 2, ${theirModule});
  INSERT INTO exam_code (exam_session, code) VALUES (${theirSession}, '0001-ABC')`);
const theirExam = made(`INSERT INTO exam (institution, exam_session, state, confirmed_at) VALUES (2, ${theirSession}, 'confirmed', UTC_TIMESTAMP())`);
const theirCandidate = made(`INSERT INTO candidate (institution, exam_session, course_instance, person, registered_at) VALUES (2, ${theirSession}, ${theirInstance}, ${theirStudent}, UTC_TIMESTAMP())`);
sql(`INSERT INTO exam_identity (candidate, exam_session, code) VALUES (${theirCandidate}, ${theirSession}, '0001-ABC');
  INSERT INTO exam_committee (exam, number, name) VALUES (${theirExam}, 1, '1');
  INSERT INTO paper (exam, code, exam_session) VALUES (${theirExam}, '0001-ABC', ${theirSession})`);
const theirResult = made(`INSERT INTO result (institution, person, course_instance, module, exam_session, candidate, scale_version, grade, examined_on, state, ready_at)
  VALUES (2, ${theirStudent}, ${theirInstance}, ${theirModule}, ${theirSession}, ${theirCandidate}, 3, 6, CURDATE(), 'attested', UTC_TIMESTAMP())`);
sql(`INSERT INTO result_decision (result, number, grade, scale_version, examined_on, person, at) VALUES (${theirResult}, 1, 6, 3, CURDATE(), ${email(others.placement_administrator)}, UTC_TIMESTAMP())`);
things.exam_session = { draft: session("s.state = 'draft'"), open: session('s.registers_to >= CURDATE() AND s.registers_from <= CURDATE()'), own: coming,
  graded: session(`s.id = (SELECT e.exam_session FROM exam e WHERE e.id = ${graded})`), cancelled: session("s.state = 'cancelled'"), foreign: theirSession };
things.exam = { graded, confirmed: examOf("e.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.exam = e.id)"),
  transferred: examOf('EXISTS (SELECT 1 FROM transfer t WHERE t.exam = e.id)'), foreign: theirExam };
things.candidate = { attended: candidate(coming, '='), own: candidate(coming, '<>'), graded: candidate(things.exam_session.graded, '<>'), foreign: theirCandidate };
const result = (where) => first(`SELECT r.id FROM result r WHERE r.institution = 1 AND ${where} ORDER BY r.id LIMIT 1`);
things.result = { draft: result(`r.state = 'draft' AND r.candidate IS NOT NULL AND r.person <> ${email(people.student)}`), own: result(`r.state = 'attested' AND r.candidate IS NOT NULL AND r.person <> ${email(people.student)}`),
  attended: result(`r.state = 'attested' AND r.person = ${email(people.student)}`), unseen: result(`r.state <> 'attested' AND r.person = ${email(people.student)}`),
  placement: result("r.registration IS NOT NULL AND r.state = 'attested'"), foreign: theirResult };
// Students with attested results, and transcripts of them: the student's own, one that a planner gave out, one of institution 2.
things.student = { own: first(`SELECT MIN(person) FROM result WHERE institution = 1 AND state = 'attested' AND person <> ${email(people.student)}`), attended: email(people.student), foreign: theirStudent };
const transcript = (person) => first(`SELECT id FROM transcript WHERE institution = 1 AND withdrawn_at IS NULL AND person ${person} ${email(people.student)} ORDER BY id LIMIT 1`);
things.transcript = { own: transcript('<>'), attended: transcript('='), withdrawn: first('SELECT MIN(id) FROM transcript WHERE withdrawn_at IS NOT NULL'),
  foreign: made(`INSERT INTO transcript (institution, person, code, made_at, made_by, name, institution_name)
    VALUES (2, ${theirStudent}, '0000000000FF11MATR1X', UTC_TIMESTAMP(6), ${theirStudent}, 'Matrix', 'Matrix')`) };
// Assessed placement periods: the student's own, others their supervisor follows, the group before them.
const assessed = (where) => first(`SELECT x.id FROM assessment x JOIN registration r ON r.id = x.registration WHERE ${where} ORDER BY x.id LIMIT 1`);
const theirAssessment = made(`INSERT INTO assessment (institution, registration, kind, state, passed, person, given_at)
  SELECT 2, MIN(r.id), 'midway', 'given', 1, ${email(others.placement_administrator)}, UTC_TIMESTAMP() FROM registration r WHERE r.institution = 2`);
things.assessment = { attended: assessed(`r.person = ${email(people.student)}`), supervised: assessed(`x.person = ${email(people.supervisor)} AND r.person <> ${email(people.student)}`),
  own: assessed(`x.institution = 1 AND x.person <> ${email(people.supervisor)}`), foreign: theirAssessment };
things.doubt = { supervised: first(`SELECT MIN(id) FROM doubt WHERE person = ${email(people.supervisor)}`),
  foreign: made(`INSERT INTO doubt (institution, registration, person, text, given_at, due_on)
    SELECT 2, MIN(r.id), ${email(others.placement_administrator)}, 'Matrix', UTC_TIMESTAMP(), CURDATE() FROM registration r WHERE r.institution = 2`) };
for (const thing of Object.values(things)) thing.missing = 999999;
// The student of a proposal's page about one.
const students = { own: things.registration.own, foreign: things.registration.foreign, missing: things.registration.own, elsewhere: things.registration.shared };

// What an address asks for beside its thing.
const asks = { '/exams/{exam}/paper': (exam) => `?code=${first(`SELECT code FROM paper WHERE exam = ${exam} AND void = 0 ORDER BY media IS NULL, code LIMIT 1`) ?? '-'}` };

// Every address: route, which thing, path. /sign-out needs no look: it has no page of its own.
const addresses = [];
for (const route of routes()) {
  const [thing, second] = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  if (!thing) addresses.push({ route, which: '-', path: route.path });
  else if (second) for (const [which, student] of Object.entries(students)) {
    const id = things[thing][which] ?? things[thing].own;
    addresses.push({ route, which, path: route.path.replace(`{${thing}}`, id).replace(`{${second}}`, student), absent: !id || !student });
  }
  else for (const [which, id] of Object.entries(things[thing])) addresses.push({ route, which, path: route.path.replace(/\{\w+\}/, id) + (asks[route.path] && id ? asks[route.path](id) : ''), absent: id === undefined });
}
ok('the demonstration has every kind of thing', addresses.every((one) => !one.absent), addresses.filter((one) => one.absent).map((one) => `${one.route.path} ${one.which}`).join(', '));

const suffix = (path, format) => (path === '/' ? `/index.${format}` : path.replace(/^([^?]*)/, `$1.${format}`));
// Without what differs of itself: tokens, times, and the count of notices, which jobs may raise meanwhile.
const normal = (body, path) => body.replace(/<span class="pk-tool-count">.*?<\/span><\/span>/g, '').replace(/[0-9a-f]{32,64}/g, '#').replaceAll(path.split('?')[0], 'PATH').replace(/\d{4}-\d\d-\d\dT[\d:.+Z-]+/g, 'NOW').replace(/\d\d:\d\d(:\d\d)?/g, 'NOW');
const seen = new Map(), bodies = new Map();
const expected = new Map();
if (!process.argv.includes('--write'))
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean)) {
    const [path, which, ...statuses] = line.split('\t');
    expected.set(`${path}\t${which}`, Object.fromEntries(roles.map((role, index) => [role, Number(statuses[index])])));
  }

const changes = () => sql('SELECT (SELECT COUNT(*) FROM event WHERE kind NOT LIKE "person.signed%"), (SELECT COUNT(*) FROM placement_order), (SELECT COUNT(*) FROM activity), (SELECT COUNT(*) FROM submission)')[0].join();
const before = changes();
for (const { route, which, path } of addresses) {
  const key = `${route.path}\t${which}`;
  for (const role of roles) {
    const client = clients[role];
    const answer = await client.get(path);
    seen.set(`${key}\t${role}`, answer.status);
    if (!expected.size) continue;
    const want = expected.get(key)?.[role];
    ok(`GET ${route.path} ${which} ${role}`, answer.status === want, `${answer.status}, expected ${want} (${path})`);
    const xml = await client.get(suffix(path, 'xml'));
    const wantXml = route.kind === 'FILE' && want === 200 ? 404 : want;
    ok(`GET ${route.path}.xml ${which} ${role}`, xml.status === wantXml, `${xml.status}, expected ${wantXml}`);
    if (want === 404) {
      const body = normal(answer.body, path);
      const known = bodies.get(`${route.path} ${role}`) ?? body;
      bodies.set(`${route.path} ${role}`, known);
      ok(`${route.path} ${which} ${role} looks as if it were not there`, body === known, body.split('\n').find((line, index) => line !== known.split('\n')[index]));
    }
    if (want === 303) ok(`${path} ${role} is led to sign in`, /^\/sign-in\b/.test(answer.headers.location ?? ''), answer.headers.location);
    if (['/sign-out', '/sign-in', '/language'].includes(route.path)) continue;
    const post = await client.post(path, { places: '7', name: 'x', role: 'system_administrator', institution: '2' });
    // A partner's key is asked for before anything else.
    const refusal = route.access.startsWith('PARTNER') ? [want] : !['ACTION', 'PRINT'].includes(route.kind) ? [405] : want !== 200 ? [want] : [403];
    ok(`POST ${route.path} ${which} ${role}`, refusal.includes(post.status), `${post.status}, expected ${refusal}`);
  }
}
if (process.argv.includes('--write')) {
  const lines = [['path', 'thing', ...roles].join('\t')];
  for (const { route, which } of addresses) lines.push([route.path, which, ...roles.map((role) => seen.get(`${route.path}\t${which}\t${role}`))].join('\t'));
  writeFileSync(file, `${lines.join('\n')}\n`);
} else {
  const keys = addresses.map(({ route, which }) => `${route.path}\t${which}`);
  ok('matrix.tsv has every row and no other', keys.length === expected.size && keys.every((key) => expected.has(key)), keys.filter((key) => !expected.has(key)).join(', '));
  ok('all of it changed nothing', changes() === before, `${before} → ${changes()}`);

  // Lists: nothing of others, whatever the filter asks for.
  for (const [role, side] of [['placement_administrator', 'institution'], ['placement_adviser', 'institution'], ['site_coordinator', 'site'], ['site_administrator', 'site']]) {
    for (const filter of ['', '?institution=2', '?site=2', '?institution=1', '?site=1']) {
      const { body } = await clients[role].get(`/orders.xml${filter}`);
      const ids = [...body.matchAll(/<order\b[^>]*?\sid="(\d+)"/g)].map((match) => match[1]);
      const foreign = ids.length ? sql(`SELECT id FROM placement_order WHERE id IN (${ids.join()}) AND (${side} <> 1 ${side === 'site' ? `OR state = 'draft'` : ''})`) : [];
      ok(`/orders${filter} shows ${role} no foreign order`, foreign.length === 0, foreign.join());
    }
  }
  // An activity seen by who only takes part in it: no order, no capacity.
  for (const role of ['supervisor', 'student']) {
    for (const page of ['', '/sites', '/history']) {
      const { body } = await clients[role].get(`/activities/${things.activity.supervised}${page}.xml`);
      ok(`an activity's ${page || 'page'} shows ${role} no order`, !/<order\b[^>]*\sid=|places[_-]confirmed="\d/.test(body), /<order\b[^>]*>/.exec(body)?.[0]);
    }
  }
}
done();
