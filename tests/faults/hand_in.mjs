// Files handed in while the jobs are killed: each is looked at in the end, once, and its paper is the newest file, whole.
import { Client, Instance, done, ok, pause, people } from '../support.mjs';

const instance = new Instance('faults-hand-in');
const lane = () => Number(/.*lane_started lane=work pid=(\d+)/s.exec(instance.log('jobs'))[1]);
const row = (sql) => instance.sql(sql)[0] ?? [];
const kills = 12;

// Waits until nobody has files to look at; what stands then.
async function settled(candidate) {
  for (const limit = performance.now() + 120000; performance.now() < limit; await pause(200))
    if (row("SELECT COUNT(*) FROM job WHERE kind = 'hand_in' AND state IN ('waiting', 'running')")[0] === '0') return;
  throw new Error(`candidate ${candidate}: the jobs did not end: ${row("SELECT CONCAT_WS(' ', state, attempts, error) FROM job WHERE kind = 'hand_in' ORDER BY id DESC LIMIT 1")}`);
}

try {
  await instance.start();
  const student = await new Client(instance.url).signIn(people.student);
  const [session, exam, candidate, code] = row(`SELECT s.id, x.id, c.id, t.code FROM exam_session s JOIN exam x ON x.exam_session = s.id AND x.state = 'not_started'
    JOIN candidate c ON c.exam_session = s.id AND c.state = 'registered' JOIN person p ON p.id = c.person AND p.email = '${people.student}'
    JOIN exam_identity t ON t.candidate = c.id ORDER BY s.id LIMIT 1`);
  instance.sql(`UPDATE exam_session SET date_mode = 'period', starts_on = CURRENT_DATE - INTERVAL 1 DAY, starts_at = '08:00', ends_on = CURRENT_DATE + INTERVAL 2 DAY, ends_at = '16:00' WHERE id = ${session}`);
  const path = `/candidates/${candidate}/hand-in`;

  // Two megabytes each, and the lane killed at any moment from before it begins until behind its end.
  const taken = [];
  let last = '';
  for (let kill = 0; kill < kills; kill++) {
    last = `Svar ${kill} ${'ord '.repeat(500000)}`;
    taken.push((await student.upload(path, {}, `svar${kill}.txt`, last)).status);
    await pause(Math.random() * 900);
    try { process.kill(kill % 4 === 3 ? instance.pid('jobs') : lane(), 'SIGKILL'); } catch { /* it has just ended */ }
    await pause(300);
  }
  ok('every file was taken', taken.every((status) => status === 303), taken.join(' '));
  await settled(candidate);
  ok('every file has its row', row(`SELECT COUNT(*) FROM hand_in WHERE candidate = ${candidate}`)[0] === String(kills));
  ok('none was refused, the newest is good', row(`SELECT SUM(state = 'refused'), MAX(IF(number = ${kills}, state, '')) FROM hand_in WHERE candidate = ${candidate}`).join() === '0,clean');
  const [pieces, bytes, start] = row(`SELECT COUNT(*), SUM(LENGTH(bytes)), MAX(IF(piece = 1, LEFT(bytes, ${`Svar ${kills - 1}`.length}), '')) FROM paper_piece WHERE exam = ${exam} AND code = '${code}'`);
  ok('the paper is the newest file, whole and once', Number(bytes) === Buffer.byteLength(last) && Number(pieces) === Math.ceil(Buffer.byteLength(last) / (1 << 20)) && start === `Svar ${kills - 1}`, `${pieces} ${bytes} ${start}`);
  ok('and is known to be there', row(`SELECT handed_in, media FROM paper WHERE exam = ${exam} AND code = '${code}'`).join() === '1,text/plain; charset=utf-8');
  ok('each was received with one event and one receipt', row(`SELECT (SELECT COUNT(*) FROM event WHERE kind = 'candidate.handed_in' AND thing_id = ${candidate}),
    (SELECT COUNT(*) FROM notice n JOIN event e ON e.id = n.event WHERE n.kind = 'exam_handed_in' AND e.thing_id = ${candidate})`).join() === `${kills},${kills}`);
} catch (error) {
  ok('faults/hand_in ran to its end', false, error.stack);
} finally {
  instance.stop();
}
done();
