// Sharing an allocation of a thousand students: the database killed at that moment, and two administrators at once. All of it
// is shared or nothing, and everyone is told once.
import { Client, Instance, done, ok, pause, people } from '../support.mjs';

const instance = new Instance('faults-share');
const STUDENTS = 1000;
const one = (statement) => instance.sql(statement)[0]?.[0];

// An activity with capacity at site 1 whose thousand students, with accounts, are all put there.
function ready() {
  const activity = one(`SELECT n.activity FROM allocation_plan n JOIN placement_order o ON o.activity = n.activity AND o.site = 1
    JOIN activity a ON a.id = n.activity WHERE n.institution = 1 AND n.shares = 0 AND a.cancelled_at IS NULL AND a.starts > CURRENT_DATE
    AND o.state IN ('answered', 'closed') AND o.places_confirmed > 0 ORDER BY n.activity DESC LIMIT 1`);
  const unit = one(`SELECT k.unit FROM capacity k JOIN placement_order o ON o.id = k.placement_order WHERE o.activity = ${activity} AND o.site = 1 AND k.places > 0 LIMIT 1`);
  const first = Number(one('SELECT MAX(id) FROM person')) + 1;
  instance.sql(`INSERT INTO person (id, given_name, family_name, email) SELECT ${first} + seq, 'Tusen', CONCAT('Nr ', seq), CONCAT('tusen.', seq, '@example.org') FROM seq_0_to_${STUDENTS - 1};
    INSERT INTO account (person, password_hash, changed_at) SELECT ${first} + seq, 'x', NOW() FROM seq_0_to_${STUDENTS - 1};
    INSERT INTO person_grant (person, role, institution, valid_from) SELECT ${first} + seq, 'student', 1, '2020-01-01' FROM seq_0_to_${STUDENTS - 1};
    DELETE FROM allocation WHERE activity = ${activity};
    INSERT INTO registration (institution, activity, person) SELECT 1, ${activity}, ${first} + seq FROM seq_0_to_${STUDENTS - 1};
    INSERT INTO allocation (registration, activity, site, unit, lecturer) SELECT id, activity, 1, ${unit}, 5 FROM registration WHERE activity = ${activity} AND person >= ${first};`);
  return activity;
}

// What there is of the share: all of it, or nothing.
function found(activity) {
  const [[shares, number, changes, placements, events, students, others, twice]] = instance.sql(`SELECT
    (SELECT COUNT(*) FROM share WHERE activity = ${activity}), (SELECT shares FROM allocation_plan WHERE activity = ${activity}),
    (SELECT COUNT(*) FROM share_change c JOIN share s ON s.id = c.share WHERE s.activity = ${activity}),
    (SELECT COUNT(*) FROM placement WHERE activity = ${activity}),
    (SELECT COUNT(*) FROM event WHERE activity = ${activity} AND kind = 'allocation.shared'),
    (SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} AND n.kind = 'placement_shared'),
    (SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} AND n.kind = 'allocation_shared'),
    (SELECT COUNT(*) - COUNT(DISTINCT n.person) FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} AND n.topic = 'allocation' AND e.kind = 'allocation.shared')`).map((row) => row.map(Number));
  return { shares, number, changes, placements, events, students, others, twice };
}
const nothing = (state) => Object.values(state).every((value) => value === 0);
const whole = (state) => state.shares === 1 && state.number === 1 && state.changes === STUDENTS && state.placements === STUDENTS
  && state.events === 1 && state.students === STUDENTS && state.others > 0 && state.twice === 0;

async function recovered(client) {
  for (const end = performance.now() + 20000; performance.now() < end; await pause(100))
    if ((await client.get('/calendar')).status === 200) return true;
  return false;
}

try {
  await instance.start();
  const client = await new Client(instance.url).signIn(people.placement_administrator);
  const second = await new Client(instance.url).signIn(people.placement_administrator);
  const activity = ready(), path = `/activities/${activity}/share`;

  // Killed at one moment after another, until a share has got through; each time the same form is sent again afterwards.
  const states = [];
  let acknowledged = false;
  for (let turn = 0; turn < 6 && !states.some(whole); turn++) {
    const form = await client.form(path);
    const posting = client.post(path, { token: form.token, version: form.version });
    await pause(4 + 25 * turn);
    process.kill(instance.pid('database'), 'SIGKILL');
    const answer = await posting;
    acknowledged = answer.status === 303;
    ok(`turn ${turn}: the database is back after it was killed`, await recovered(client));
    const state = found(activity);
    states.push(state);
    ok(`turn ${turn}: what was answered is what is there`, acknowledged ? whole(state) : [303, 503].includes(answer.status) && (nothing(state) || whole(state)), `${answer.status} ${JSON.stringify(state)}`);
  }
  ok('killed at the moment of sharing all of it is there or nothing', states.every((state) => nothing(state) || whole(state)), JSON.stringify(states));
  ok('at least once it was killed in the middle', states.some(nothing), JSON.stringify(states));
  if (!states.some(whole)) {
    const answer = await client.submit(path);
    ok('afterwards it is shared', answer.status === 303, `${answer.status} ${answer.body.slice(0, 300)}`);
  }
  ok('whole, and everyone told once', whole(found(activity)), JSON.stringify(found(activity)));

  // Two administrators with the same preview, at the same moment, again and again: one shares, the other is told.
  const unit = one(`SELECT unit FROM placement WHERE activity = ${activity} LIMIT 1`), wrong = [];
  for (let turn = 0; turn < 6; turn++) {
    const number = Number(one(`SELECT shares FROM allocation_plan WHERE activity = ${activity}`));
    instance.sql(`UPDATE allocation SET lecturer = IF(lecturer = 5, NULL, 5), version = version + 1 WHERE activity = ${activity} AND unit = ${unit} ORDER BY registration LIMIT 100`);
    const forms = [await client.form(path), await second.form(path)];
    const answers = await Promise.all([client, second].map((who, index) => who.post(path, { token: forms[index].token, version: forms[index].version })));
    const [[shares, changed, twice]] = instance.sql(`SELECT n.shares, (SELECT COUNT(*) FROM share_change c JOIN share s ON s.id = c.share WHERE s.activity = ${activity} AND s.number > ${number}),
      (SELECT COUNT(*) - COUNT(DISTINCT n.event, n.person) FROM notice n JOIN event e ON e.id = n.event WHERE e.activity = ${activity} AND n.topic = 'allocation')
      FROM allocation_plan n WHERE n.activity = ${activity}`).map((row) => row.map(Number));
    const statuses = answers.map((answer) => answer.status).sort().join();
    if (statuses !== '303,409' || shares !== number + 1 || changed !== 100 || twice !== 0)
      wrong.push(`${statuses} shares ${number} → ${shares}, ${changed} changes, ${twice} twice`);
  }
  ok('of two who share at once one does, the other is told, and everyone concerned hears it once', wrong.length === 0, wrong.join('\n'));
} catch (error) {
  ok('faults/share ran to its end', false, error.stack);
} finally {
  instance.stop();
}
done();
