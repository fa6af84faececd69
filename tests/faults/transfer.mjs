// A transfer of 500 results while what carries it is killed, at twenty random moments and in its very middle, and asked for by two
// planners at once: each time it is whole, once, and nothing of it was there before it was whole.
import { spawn } from 'node:child_process';
import { Client, Instance, done, ok, pause, people, root } from '../support.mjs';
import { gradedExam, readyToTransfer } from '../load/exams.mjs';

const papers = 500, rounds = 20;
const instance = new Instance('faults-transfer', { students: 1200 });
const lane = () => Number(/.*lane_started lane=work pid=(\d+)/s.exec(instance.log('jobs'))[1]);
const kill = (pid) => { try { process.kill(pid, 'SIGKILL'); } catch { /* it has just ended */ } };
const killers = {
  worker: () => instance.workers().forEach(kill),
  'job worker': () => kill(lane()),
  jobs: () => kill(instance.pid('jobs')),
  database: () => kill(instance.pid('database')),
};

// The answer of a statement as soon as the database is there.
async function query(sql) {
  for (const limit = performance.now() + 60000; ; await pause(100)) {
    try {
      return instance.sql(sql)[0];
    } catch (error) {
      if (performance.now() > limit) throw error;
    }
  }
}

// What is there of a transfer: nothing, all of it, or else what is wrong.
async function state({ exam, session, count }) {
  const [receipts, log, drafts, wrong, told, events, overwritten, versions] = (await query(`SELECT
    (SELECT COUNT(*) FROM transfer t WHERE t.exam = ${exam} AND t.papers = ${count} AND t.failed = ${count / 20} AND t.overwritten = ${count / 10}),
    (SELECT COUNT(*) FROM transfer_row w WHERE w.exam = ${exam}),
    (SELECT COUNT(*) FROM result r WHERE r.exam_session = ${session} AND r.transferred = 1),
    (SELECT COUNT(*) FROM result r JOIN exam_identity d ON d.candidate = r.candidate JOIN paper k ON k.exam = ${exam} AND k.code = d.code
      JOIN candidate c ON c.id = r.candidate
      WHERE r.exam_session = ${session} AND r.transferred = 1 AND NOT (r.points = k.points AND r.grade = k.grade AND r.examined_on = DATE(c.handed_in_at + INTERVAL 1 HOUR) AND r.state = 'draft')),
    (SELECT COUNT(*) FROM event e WHERE e.kind = 'exam.transferred' AND e.thing_id = ${exam}),
    (SELECT COUNT(*) FROM event e JOIN result r ON r.id = e.thing_id WHERE e.kind = 'result.transferred' AND r.exam_session = ${session}),
    (SELECT COUNT(*) FROM transfer_row w WHERE w.exam = ${exam} AND w.outcome = 'overwritten' AND w.old_points = 1.5),
    (SELECT COUNT(*) FROM result r WHERE r.exam_session = ${session} AND r.version > 2)`)).map(Number);
  const seen = [receipts, log, drafts, wrong, told, events, overwritten, versions].join();
  const all = count - count / 20;
  if (seen === [1, count, all, 0, 1, all, count / 10, 0].join()) return 'whole';
  return seen === [0, 0, 0, 0, 0, 0, 0, 0].join() ? 'nothing' : seen;
}

// As a person would: yes; and when nothing came of it, a look, and yes again.
async function transferred(client, made, first) {
  for (const limit = performance.now() + 90000; performance.now() < limit; await pause(200)) {
    const [receipts, waiting] = (await query(`SELECT (SELECT COUNT(*) FROM transfer WHERE exam = ${made.exam}),
      (SELECT COUNT(*) FROM job WHERE kind = 'transfer' AND thing_id = ${made.exam} AND state IN ('waiting', 'running'))`)).map(Number);
    if (receipts && !waiting) return true;
    if (!receipts && !waiting) {
      await client.post(`/exams/${made.exam}/transfer/confirm`, first);
      const { token, version } = await client.form(`/exams/${made.exam}/transfer/confirm`);
      first = { token, version };
    }
  }
  return false;
}

async function killedAt(client, made, killer, milliseconds) {
  const form = await readyToTransfer(client, made.exam);
  const answer = client.post(`/exams/${made.exam}/transfer/confirm`, form);
  await pause(milliseconds);
  killers[killer]();
  await answer;
  const between = await state(made);
  const ended = await transferred(client, made, form);
  const after = await state(made);
  ok(`${killer} killed after ${Math.round(milliseconds)} ms: nothing or all, then all, once`,
    (between === 'nothing' || between === 'whole') && ended && after === 'whole', `${between}; ${ended}; ${after}`);
  return between;
}

// Somebody who reads a draft that the transfer is to overwrite, so that it waits when part of its work is done. Gives how to let go.
async function held(made) {
  const program = spawn('bash', ['-c', '. conf/run/lib.sh; cd "$1"; sql praktikum', 'x', instance.folder], { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] });
  program.stdin.on('error', () => {});
  program.stdin.end(`BEGIN; SELECT id FROM result WHERE exam_session = ${made.session} AND points = 1.5 LIMIT 1 LOCK IN SHARE MODE; SELECT SLEEP(60);\n`);
  const sleeping = () => query("SELECT COALESCE(MAX(ID), 0) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP(60)%'");
  while (Number((await sleeping())[0]) === 0) await pause(50);
  return async () => {
    const [id] = await sleeping();
    if (Number(id)) await query(`KILL ${id}`);
    program.kill('SIGKILL');
  };
}
const running = (exam) => instance.sql(`SELECT COUNT(*) FROM job WHERE kind = 'transfer' AND thing_id = ${exam} AND state = 'running'`)[0][0] === '1';

async function killedInside(client, killer) {
  const made = gradedExam(instance, papers), form = await readyToTransfer(client, made.exam), letGo = await held(made);
  await client.post(`/exams/${made.exam}/transfer/confirm`, form);
  let inside = false;
  for (let waited = 0; waited < 100 && !(inside = running(made.exam)); waited++) await pause(50);
  await pause(300); // so it has come to the row that is held
  killers[killer]();
  await pause(100);
  // Read while the row is held: who takes the transfer up again may be quick. A database that died holds no row any more.
  const between = await state(made), may = killer === 'database' ? ['nothing', 'whole'] : ['nothing'];
  await letGo();
  const ended = await transferred(client, made, form);
  ok(`${killer} killed with the transfer half done leaves nothing, then all, once`, inside && may.includes(between) && ended && await state(made) === 'whole',
    `${inside}; ${between}; ${await state(made)}`);
}

try {
  await instance.start();
  const client = await new Client(instance.url).signIn(people.exam_planner);
  instance.sql(`INSERT INTO person_grant (person, role, institution, valid_from) SELECT id, 'exam_planner', 1, '2020-01-01' FROM person WHERE email = '${people.placement_administrator}'`);
  const other = await new Client(instance.url).signIn(people.placement_administrator);
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const killer = Object.keys(killers)[round % 4];
    // The work lane asks for jobs often enough that most of these are before, within and after the transfer.
    found.push(await killedAt(client, gradedExam(instance, papers), killer, Math.random() * 500));
  }
  console.log(`    of ${rounds} kills ${found.filter((seen) => seen === 'nothing').length} came before the transfer was whole`);
  for (const killer of ['job worker', 'jobs', 'database']) await killedInside(client, killer);

  // Two planners, both of whom have seen the same, at once; again with the same form.
  for (let round = 0; round < 3; round++) {
    const made = gradedExam(instance, papers), one = await readyToTransfer(client, made.exam), two = await other.form(`/exams/${made.exam}/transfer/confirm`);
    const fields = { token: two.token, version: two.version }, path = `/exams/${made.exam}/transfer/confirm`;
    const answers = await Promise.all([client.post(path, one), other.post(path, fields), client.post(path, one), other.post(path, fields)]);
    const ended = await transferred(client, made, one);
    const said = answers.map((answer) => answer.status).sort().join(' ');
    const jobs = Number((await query(`SELECT COUNT(*) FROM job WHERE kind = 'transfer' AND thing_id = ${made.exam}`))[0]);
    ok(`two planners at once, each twice: one transfer (${round + 1})`, said === '303 303 409 409' && jobs === 1 && ended && await state(made) === 'whole', `${said}; ${jobs}; ${await state(made)}`);
  }
  ok('nothing broke on the way', !/level=error what="?job_/.test(instance.log('jobs')), instance.log('jobs').split('\n').filter((line) => line.includes('level=error')).slice(0, 3).join('\n'));
} catch (error) {
  ok('the transfers were tried', false, error.stack);
} finally {
  instance.stop();
}
done();
