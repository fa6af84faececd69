// The automatic run killed in the middle, its parent too, ended by a restart, cancelled: it is there whole, once, or not at all.
import { Client, Instance, done, ok, pause, people } from '../support.mjs';
import { jobEnded } from '../load/imports.mjs';

const instance = new Instance('faults-allocation', { students: 900 });
const lane = () => Number(/.*lane_started lane=work pid=(\d+)/s.exec(instance.log('jobs'))[1]);
const one = (sql) => instance.sql(sql)[0];
const number = (sql) => Number(one(sql)[0]);

// The demonstration's activity that is ready to be allocated, with as many students as there are, places for most of them,
// and wishes for a few units, so that many of them are full and the run has much to explain.
function enlarge() {
  const activity = number("SELECT MAX(l.activity) FROM allocation_plan l JOIN activity a ON a.id = l.activity WHERE a.institution = 1 AND l.shares = 0 AND l.wishes_to < CURDATE() AND a.starts > CURDATE()");
  instance.sql(`UPDATE capacity k JOIN placement_order o ON o.id = k.placement_order SET k.places = 60 WHERE o.activity = ${activity} AND k.places > 0`);
  instance.sql(`INSERT INTO registration (institution, activity, person, wishes_at) SELECT 1, ${activity}, p.id, NOW() FROM person p WHERE p.id NOT IN (SELECT person FROM registration) ORDER BY p.id LIMIT 800`);
  instance.sql(`INSERT INTO wish (registration, number, site, unit) SELECT r.id, u.number, u.site, u.unit FROM registration r JOIN (SELECT k.site, k.unit, ROW_NUMBER() OVER (ORDER BY k.unit) AS number FROM capacity k JOIN placement_order o ON o.id = k.placement_order WHERE o.activity = ${activity} AND k.places > 0 GROUP BY k.site, k.unit LIMIT 5) u WHERE r.activity = ${activity} AND r.id NOT IN (SELECT registration FROM wish)`);
  return activity;
}

async function ask(client, activity) {
  const answer = await client.submit(`/activities/${activity}/proposals/new`, { objective: 'weighted' });
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.body.slice(0, 400)}`);
  return Number(answer.headers.location.split('/').at(-1));
}
async function underWay(share) {
  for (const limit = performance.now() + 60000; performance.now() < limit; await pause(5)) {
    const [state, progress, total] = one('SELECT state, progress, COALESCE(total, 0) FROM job ORDER BY id DESC LIMIT 1');
    if (state === 'done' || (state === 'running' && (share === 0 || (Number(total) > 0 && Number(progress) >= Number(total) * share)))) return state;
  }
  throw new Error('the run did not begin');
}
// Everything of a proposal that must fit together.
function whole(proposal) {
  const [state, students, placed, wishes, events] = one(`SELECT x.state, x.students, x.placed, (SELECT COUNT(*) FROM proposal_wish w WHERE w.proposal = x.id), (SELECT COUNT(*) FROM event e WHERE e.kind = 'proposal.ready' AND e.thing_id = x.id) FROM proposal x WHERE x.id = ${proposal}`);
  const [rows, units] = one(`SELECT COUNT(*), COUNT(unit) FROM proposal_student WHERE proposal = ${proposal}`);
  return state === 'ready' && Number(rows) === Number(students) && units === placed && Number(wishes) > 0 && Number(events) === 1;
}
const nothing = (proposal) => number(`SELECT (SELECT COUNT(*) FROM proposal_student WHERE proposal = ${proposal}) + (SELECT COUNT(*) FROM proposal_unit WHERE proposal = ${proposal})`) === 0;

try {
  await instance.start();
  await jobEnded(instance); // the demonstration's own
  const client = await new Client(instance.url).signIn(people.placement_administrator);
  const activity = enlarge();

  const first = await ask(client, activity);
  await underWay(0);
  process.kill(lane(), 'SIGKILL');
  await pause(50);
  ok('a run killed in the middle left nothing, or all of it', nothing(first) || whole(first));
  let job = await jobEnded(instance);
  ok('it is begun again and done, once', job.state === 'done' && whole(first), `${job.state} ${job.error}`);

  const second = await ask(client, activity);
  for (let kill = 0; kill < 2; kill++) {
    await underWay(0);
    await pause(Math.random() * 300);
    try { process.kill(kill ? instance.pid('jobs') : lane(), 'SIGKILL'); } catch { /* it has just ended */ }
  }
  job = await jobEnded(instance);
  ok('the parent killed too, it is done once', job.state === 'done' && whole(second), `${job.state} ${job.error}`);
  ok('killed or not, the result is the same', number(`SELECT COUNT(DISTINCT HEX(result)) FROM proposal WHERE id IN (${first}, ${second})`) === 1);

  const third = await ask(client, activity);
  await underWay(0);
  process.kill(instance.pid('jobs'), 'SIGTERM');
  job = await jobEnded(instance);
  ok('a run that a restart met is done after it', job.state === 'done' && whole(third), `${job.state} ${job.error}`);

  // Cancelled: in the middle, or before it began.
  const fourth = await ask(client, activity);
  const cancelled = await client.submit(`/proposals/${fourth}/cancel`);
  job = await jobEnded(instance);
  ok('a cancelled run leaves nothing, one that was quicker all of it', cancelled.status === 303 ? (job.state === 'cancelled' && nothing(fourth)) || whole(fourth) : whole(fourth), `${cancelled.status} ${job.state}`);

  // Taken while the answer is lost: the same submission once more changes nothing.
  const form = await client.form(`/proposals/${third}/take`);
  const fields = { token: form.token, version: form.version };
  const [answer, again] = await Promise.all([client.post(`/proposals/${third}/take`, fields), client.post(`/proposals/${third}/take`, fields)]);
  ok('taken twice at once, it is taken once', answer.status === 303 && again.status === 303
    && number(`SELECT COUNT(*) FROM event WHERE kind = 'proposal.taken' AND thing_id = ${third}`) === 1, `${answer.status} ${again.status}`);
  ok('what was taken is the allocation', number(`SELECT COUNT(*) FROM proposal_student s LEFT JOIN allocation b ON b.registration = s.registration WHERE s.proposal = ${third} AND NOT (s.unit <=> b.unit)`) === 0);
  const stale = await client.submit(`/proposals/${first}/take`);
  ok('another proposal of the state before is not taken', stale.status === 409 && number(`SELECT COUNT(*) FROM proposal WHERE state = 'taken'`) === 1, stale.status);
} catch (error) {
  ok('the runs were tried', false, error.stack);
} finally {
  instance.stop();
}
done();
