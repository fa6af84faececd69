// A transfer of an exam's grades to results: rows a second; a page of 500 results, and marks saved row by row. The exams it is done with serve the fault tests as well.
import { Client, pause, people } from '../support.mjs';

const number = (instance, sql) => Number(instance.sql(sql)[0][0]);

// An anonymous exam of so many students of institution 1, graded and confirmed, of which one in ten has a draft already and one in
// twenty did not hand in. All of it by rows: what is measured and killed is the transfer. Gives {exam, session, count}.
export function gradedExam(instance, count) {
  const [[course, module]] = instance.sql("SELECT i.course_instance, i.module FROM exam_session_instance i JOIN module m ON m.id = i.module JOIN exam_session s ON s.id = i.exam_session WHERE s.institution = 1 AND s.scale_version = 3 AND m.grading_scale = 3 ORDER BY s.id LIMIT 1");
  const [[planner]] = instance.sql(`SELECT id FROM person WHERE email = '${people.exam_planner}'`);
  instance.sql(`INSERT INTO exam_session (institution, type, state, name, name_en, date_mode, anonymous, code_prefix, scale_version, person, made_at, confirmed_at)
    VALUES (1, 'digital_exam', 'confirmed', 'Overføringsprøve', 'Transfer test', 'none', 1, 'OVF', 3, ${planner}, UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
  const session = number(instance, 'SELECT MAX(id) FROM exam_session');
  const chosen = `SELECT p.id, ROW_NUMBER() OVER (ORDER BY p.id) AS n FROM person p WHERE p.id IN (SELECT g.person FROM person_grant g WHERE g.role = 'student' AND g.institution = 1) ORDER BY p.id LIMIT ${count}`;
  // A number that jumps about, so that codes come in another order than people.
  const code = `CONCAT('OVF-', LPAD(1 + (t.n * 7919) MOD 9973, 4, '0'), '-ABC')`;
  instance.sql(`
    INSERT INTO exam_session_instance (exam_session, course_instance, institution, module) VALUES (${session}, ${course}, 1, ${module});
    INSERT IGNORE INTO course_registration (course_instance, person, institution) SELECT ${course}, t.id, 1 FROM (${chosen}) t;
    INSERT INTO candidate (institution, exam_session, course_instance, person, registered_at, handed_in_at, handed_in)
      SELECT 1, ${session}, ${course}, t.id, UTC_TIMESTAMP(), IF(t.n MOD 20 = 7, NULL, '2026-11-02 10:00:00' + INTERVAL t.n MINUTE), IF(t.n MOD 20 = 7, NULL, 'mark') FROM (${chosen}) t;
    INSERT INTO exam_code (exam_session, code) SELECT ${session}, ${code} FROM (${chosen}) t;
    INSERT INTO exam_identity (candidate, exam_session, code)
      SELECT c.id, ${session}, ${code} FROM (${chosen}) t JOIN candidate c ON c.exam_session = ${session} AND c.person = t.id;
    INSERT INTO exam (institution, exam_session, state, points_most, confirmed_at, confirmed_by) VALUES (1, ${session}, 'confirmed', 100, UTC_TIMESTAMP(), ${planner});
    INSERT INTO exam_committee (exam, number, name) SELECT x.id, 1, '1' FROM exam x WHERE x.exam_session = ${session};
    INSERT INTO paper (exam, code, exam_session, handed_in, points, grade)
      SELECT x.id, ${code}, ${session}, t.n MOD 20 <> 7, (t.n * 37 MOD 10000) / 100, 1 + t.n MOD 6 FROM (${chosen}) t JOIN exam x ON x.exam_session = ${session};
    INSERT INTO result (institution, person, course_instance, module, exam_session, candidate, scale_version, points, grade, examined_on)
      SELECT 1, c.person, ${course}, ${module}, ${session}, c.id, 3, 1.5, 1, '2026-01-01' FROM candidate c JOIN (${chosen}) t ON t.id = c.person WHERE c.exam_session = ${session} AND t.n MOD 10 = 3;`);
  const made = { exam: number(instance, `SELECT id FROM exam WHERE exam_session = ${session}`), session, count: number(instance, `SELECT COUNT(*) FROM candidate WHERE exam_session = ${session}`) };
  if (made.count !== count) throw new Error(`${made.count} students, ${count} are wanted`);
  return made;
}

// "Ready to transfer", and the form of the question that follows: {token, version}.
export async function readyToTransfer(client, exam) {
  const answer = await client.submit(`/exams/${exam}/transfer`, { ready: '1' });
  if (answer.status !== 303) throw new Error(`the transfer's page answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  const { token, version } = await client.form(`/exams/${exam}/transfer/confirm`);
  return { token, version };
}

// Milliseconds from the job's beginning to its end, by its own log.
function logged(instance, exam) {
  const at = (what) => Date.parse(new RegExp(`at=(\\S+) level=info what=${what} job=\\d+ kind=transfer exam=${exam}\\b`).exec(instance.log('jobs'))?.[1]);
  return at('job_done') - at('job_begun');
}

// The line `transfer-5000`: name, rows a second, seconds. must(name, holds, seen) as the bench has it.
export async function measureTransfer(instance, must, count = 5000) {
  const { exam, session, count: papers } = gradedExam(instance, count);
  const client = await new Client(instance.url).signIn(people.exam_planner);
  const answer = await client.post(`/exams/${exam}/transfer/confirm`, await readyToTransfer(client, exam));
  if (answer.status !== 303) throw new Error(`the yes answered ${answer.status}`);
  for (let waited = 0; waited < 600 && !(logged(instance, exam) >= 0); waited++) await pause(100);
  const seconds = logged(instance, exam) / 1000;
  console.log([`transfer-${count}`, (papers / seconds).toFixed(0), seconds.toFixed(3)].join('\t'));
  const [[rows, drafts]] = instance.sql(`SELECT (SELECT papers FROM transfer WHERE exam = ${exam}), (SELECT COUNT(*) FROM result WHERE exam_session = ${session} AND transferred = 1)`);
  must(`a transfer of ${count} is whole`, papers === count && Number(rows) === count && Number(drafts) === count - count / 20, `${rows} papers, ${drafts} drafts`);
  must(`a transfer of ${count} takes at most ten seconds`, seconds <= 10, seconds);
}

// A session all of whose students have drafts: every row of its page of results has its fields. Gives its address.
export function draftedSession(instance, count) {
  const { session } = gradedExam(instance, count);
  instance.sql(`INSERT IGNORE INTO result (institution, person, course_instance, module, exam_session, candidate, scale_version, points, grade, examined_on)
    SELECT c.institution, c.person, c.course_instance, n.module, c.exam_session, c.id, 3, (c.id * 37 MOD 10000) / 100, 1 + c.id MOD 6, '2026-11-02'
    FROM candidate c JOIN exam_session_instance n ON n.exam_session = c.exam_session AND n.course_instance = c.course_instance WHERE c.exam_session = ${session}`);
  return `/exam-sessions/${session}/results`;
}

// An exam that one assessor marks, of so many papers without marks. Gives its address and the codes that take one.
export function openGrading(instance, count) {
  const { exam } = gradedExam(instance, count);
  instance.sql(`UPDATE exam SET state = 'started', confirmed_at = NULL, confirmed_by = NULL WHERE id = ${exam};
    UPDATE paper SET points = NULL, grade = NULL WHERE exam = ${exam};
    INSERT INTO exam_assessor (exam, committee, person) SELECT ${exam}, 1, p.id FROM person p WHERE p.email = '${people.assessor}'`);
  return { path: `/exams/${exam}/grade`, codes: instance.sql(`SELECT code FROM paper WHERE exam = ${exam} AND handed_in = 1 ORDER BY code`).map(([code]) => code) };
}

// An assessor's rows saved one after the other, as grid.js does it, by so many connections at once. The series is filled.
export async function saveGrades(instance, series, { path, codes }, connections) {
  const assessor = await new Client(instance.url, 'nb').signIn(people.assessor), { token } = await assessor.form(path), left = [...codes.keys()];
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, async () => {
    for (let i = left.shift(); i !== undefined; i = left.shift()) {
      const code = codes[i];
      const answer = await assessor.post(path, { token, here: `q=${code}`, [`points-${code}`]: `${i % 100},25`, [`grade-${code}`]: `${1 + i % 6}`, [`comment-${code}`]: '', [`row_version-${code}`]: '0' });
      series.requests++;
      if (answer.status !== 303) series.errors++;
      series.bytes = Buffer.byteLength(answer.body);
      const value = Math.round(answer.milliseconds * 1000);
      series.histogram.set(value, (series.histogram.get(value) ?? 0) + 1);
    }
  }));
  series.microseconds = (performance.now() - began) * 1000;
}
