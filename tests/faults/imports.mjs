// Imports killed in the middle: looked through or imported, each is complete or was never begun, and goes on after a restart.
import { Client, Instance, done, ok, pause, people } from '../support.mjs';
import { jobEnded, studentRows } from '../load/imports.mjs';

const instance = new Instance('faults-imports');
const rows = 4000;
const lane = () => Number(/.*lane_started lane=work pid=(\d+)/s.exec(instance.log('jobs'))[1]);
const number = (sql) => Number(instance.sql(sql)[0][0]);
const made = (mark) => number(`SELECT COUNT(*) FROM person WHERE email LIKE '${mark}%@bulk.example'`);

// Waits until the latest job is under way, and some of it done.
async function underWay(share) {
  for (const limit = performance.now() + 60000; performance.now() < limit; await pause(20)) {
    const [[state, progress, total]] = instance.sql('SELECT state, progress, COALESCE(total, 0) FROM job ORDER BY id DESC LIMIT 1');
    if (state === 'done' || (state === 'running' && Number(total) > 0 && Number(progress) >= Number(total) * share)) return state;
  }
  throw new Error('the job did not begin');
}

async function upload(client, mark, count = rows) {
  const [[institution, programme]] = instance.sql('SELECT institution, code FROM programme WHERE institution = 1 ORDER BY id LIMIT 1');
  const answer = await client.upload('/imports/new', { kind: 'people', institution }, `${mark}.csv`, studentRows(count, programme, mark));
  return answer.headers.location;
}

async function checkIn(client, mark, count = rows) {
  const path = await upload(client, mark, count);
  await jobEnded(instance);
  return path;
}

try {
  await instance.start();
  const client = await new Client(instance.url).signIn(people.placement_administrator);

  // Killed while it looks through the file.
  const first = await upload(client, 'one');
  await underWay(0.2);
  process.kill(lane(), 'SIGKILL');
  let job = await jobEnded(instance);
  const [[state, fresh, faulty]] = instance.sql(`SELECT state, rows_new, rows_faulty FROM import WHERE id = ${first.split('/').at(-1)}`);
  ok('an import killed while its file was read is read again', job.state === 'done' && `${state} ${fresh} ${faulty}` === `checked ${rows} 0`, `${job.state} ${state} ${fresh} ${faulty}`);
  ok('each row is there once', number(`SELECT COUNT(*) FROM import_row WHERE import = ${first.split('/').at(-1)}`) === rows);
  ok('looking through made nobody', made('one') === 0);

  // Killed while it imports: nothing, then all of it, once.
  await client.submit(first, { act: 'apply' });
  await underWay(0.4);
  process.kill(lane(), 'SIGKILL');
  await pause(100);
  const seen = made('one');
  ok('an import killed in the middle has done nothing, or all of it', seen === 0 || seen === rows, seen);
  job = await jobEnded(instance);
  ok('it is begun again and done', job.state === 'done' && made('one') === rows, `${job.state} ${made('one')}`);
  ok('each person came once, with one event', number("SELECT COUNT(*) FROM event e JOIN person p ON p.id = e.thing_id WHERE e.kind = 'person.created' AND p.email LIKE 'one%@bulk.example'") === rows
    && number("SELECT COUNT(*) FROM person_grant g JOIN person p ON p.id = g.person WHERE p.email LIKE 'one%@bulk.example'") === rows
    && number("SELECT COUNT(*) FROM event WHERE kind = 'import.applied'") === 1);

  // Killed at random moments, the parent too: the instance starts another.
  const second = await checkIn(client, 'two');
  await client.submit(second, { act: 'apply' });
  for (let kill = 0; kill < 2; kill++) {
    await pause(100 + Math.random() * 700);
    try { process.kill(kill ? instance.pid('jobs') : lane(), 'SIGKILL'); } catch { /* it has just ended */ }
  }
  job = await jobEnded(instance);
  ok('the parent killed too, it is done once', job.state === 'done' && made('two') === rows
    && number("SELECT COUNT(*) FROM event WHERE kind = 'import.applied'") === 2, `${job.state} ${job.error} ${made('two')}`);

  // Told to end in the middle: put back, no attempt lost.
  const third = await checkIn(client, 'three');
  await client.submit(third, { act: 'apply' });
  await underWay(0.3);
  process.kill(instance.pid('jobs'), 'SIGTERM');
  job = await jobEnded(instance);
  ok('an import that a restart met is done after it', job.state === 'done' && made('three') === rows, `${job.state} ${made('three')}`);

  // Cancelled in the middle: nothing of it is there, and it can be imported after all. Many rows, so that a fast machine is
  // not done before the wish has reached it.
  const many = 4 * rows, fourth = await checkIn(client, 'four', many);
  await client.submit(fourth, { act: 'apply' });
  const reached = await underWay(0.02);
  await client.submit(fourth, { act: 'cancel' });
  job = await jobEnded(instance);
  ok('a cancelled import leaves nothing', reached === 'running' && job.state === 'cancelled' && made('four') === 0, `${reached} ${job.state} ${made('four')}`);
  await client.submit(fourth, { act: 'apply' });
  job = await jobEnded(instance);
  ok('it can be imported after all', job.state === 'done' && made('four') === many, `${job.state} ${made('four')}`);

  // A job that its process dies of each time is given up, for all to see.
  instance.sql("INSERT INTO job (kind, thing, thing_id, person, state, attempts, next_at, created_at) VALUES ('import_check', 'import', 1, 1, 'waiting', 3, UTC_TIMESTAMP(), UTC_TIMESTAMP())");
  job = await jobEnded(instance);
  ok('after three attempts a job is given up', job.state === 'failed' && job.error === 'job_gave_up', `${job.state} ${job.error}`);
  // One whose process is gone with its machine: nobody hears of it, somebody takes it.
  instance.sql("INSERT INTO job (kind, thing, thing_id, person, state, claim, heartbeat_at, attempts, next_at, created_at) VALUES ('import_check', 'import', 1, 1, 'running', RANDOM_BYTES(16), UTC_TIMESTAMP() - INTERVAL 1 HOUR, 1, UTC_TIMESTAMP(), UTC_TIMESTAMP())");
  job = await jobEnded(instance);
  ok('a job nobody hears of is taken by another', job.state === 'done', `${job.state} ${job.error}`);
} catch (error) {
  ok('the imports were tried', false, error.stack);
} finally {
  instance.stop();
}
done();
