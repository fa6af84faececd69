// make bench: what PERFORMANCE asks to be said. Its own instance with 30,000 students, 1,000 sites and 5,000 orders, the
// release build, 16 connections from this machine, bounded in time. On standard output one line a measurement, tab
// separated: name, requests/s, p50 ms, p99 ms, bytes. On standard error what must hold: PASS or FAIL a line.
// page lines: bytes of the page's body; `result-page-500`: 500 rows of fields. `grade-save`: an assessor's rows, one a request. `memory`: bytes that the workers grew a request. `mails`: mails a second, the time from
// one to the next, bytes of a message. `import-try` and `import`: rows a second of 30,000 students, read and tried, then
// imported; bytes: the most that the process which did it ever held. `allocate-…`: see allocate.mjs. `transfer-5000`: rows a second, seconds. `print-200`: seconds from the button to the
// file, the most MB that its lane and FOP held.
// `export-…`: rows a second, milliseconds to the first byte, MB that a worker grew by.
// PRAKTIKUM_BENCH=1 lets the workers obey the header X-Bench: `floor` runs the page's statements and sends constant bytes
// of its size, `rows=N` makes a list N rows long; so page and floor are one series on one instance.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Client, Instance, build, root, password, pause, people, attribute } from '../support.mjs';
import { measureAllocation } from './allocate.mjs';
import { draftedSession, openGrading, measureTransfer, saveGrades } from './exams.mjs';
import { measureExport } from './exports.mjs';
import { feedSeries } from './feeds.mjs';
import { measureImport } from './imports.mjs';
import { mailSink, measureMails } from './mails.mjs';
import { measurePrints } from './prints.mjs';
import { measureSheet } from './sheets.mjs';

const rounds = 3, seconds = 5, connections = 16;
const say = (...words) => console.error(words.join(' '));
const sink = await mailSink();
const instance = new Instance('../bench/var', {
  students: Number(process.env.STUDENTS ?? 30000),
  environment: { PRAKTIKUM: `${build}/praktikum`, PRAKTIKUM_BENCH: '1', RATE: '1000000' },
  settings: { recycle_requests: 100000000, recycle_megabytes: 4096, // else growth could not be seen
    smtp_address: sink.address, smtp_tls: 'no', digest_hour: 23 }, // while wrk runs nobody takes a reminder here, and the sender would rest
});
let failed = false;
function must(name, holds, seen) {
  say(`${holds ? 'PASS' : 'FAIL'} ${name}: ${seen}`);
  failed ||= !holds;
}
const memory = () => instance.workers().reduce((sum, pid) => sum + 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]), 0);

class Series {
  constructor(name, path, cookie, bench) {
    Object.assign(this, { name, path, requests: 0, microseconds: 0, errors: 0, histogram: new Map() });
    this.headers = [...(cookie ? [`Cookie: ${cookie}`] : []), ...(bench ? [`X-Bench: ${bench}`] : [])];
  }
  async measure() { // the body's size, from one request like the others
    const headers = Object.fromEntries(this.headers.map((line) => line.split(/: (.*)/s)));
    const answer = await new Client(instance.url).request(this.path, { headers });
    if (answer.status !== 200) throw new Error(`${this.name}: ${this.path} answered ${answer.status}`);
    this.bytes = Buffer.byteLength(answer.body);
    return answer.body;
  }
  run(duration = seconds) {
    const words = ['-t2', `-c${connections}`, `-d${duration}s`, '--timeout', '20s', '-s', `${root}/tests/load/histogram.lua`,
      ...this.headers.flatMap((line) => ['-H', line]), instance.url + this.path];
    const { stdout, stderr } = spawnSync('wrk', words, { encoding: 'utf8', timeout: (duration + 60) * 1000 });
    const run = /^run (\d+) (\d+) (\d+) (\d+)$/m.exec(stdout);
    if (!run) throw new Error(`wrk: ${stdout}${stderr}`);
    this.requests += Number(run[1]);
    this.microseconds += Number(run[2]);
    this.errors += Number(run[4]);
    for (const [, value, count] of stdout.matchAll(/^at (\d+) (\d+)$/gm))
      this.histogram.set(Number(value), (this.histogram.get(Number(value)) ?? 0) + Number(count));
    return this;
  }
  percentile(share) { // milliseconds
    const steps = [...this.histogram].sort((a, b) => a[0] - b[0]);
    let left = steps.reduce((sum, [, count]) => sum + count, 0) * share;
    for (const [value, count] of steps) if ((left -= count) <= 0) return value / 1000;
    return steps.length ? steps.at(-1)[0] / 1000 : 0;
  }
  get rate() {
    return this.requests / (this.microseconds / 1e6);
  }
  print() {
    console.log([this.name, this.rate.toFixed(1), this.percentile(0.5).toFixed(2), this.percentile(0.99).toFixed(2), this.bytes].join('\t'));
    if (this.errors) must(`${this.name} has no failed request`, false, this.errors);
  }
}

// Signing in: a fresh session each time, so Node walks it; argon2id is most of the time.
async function signIns(count) {
  const series = new Series('sign-in-submit', '/sign-in');
  const began = performance.now();
  let left = count;
  await Promise.all(Array.from({ length: connections }, async () => {
    const visitor = new Client(instance.url);
    const { token, status } = await visitor.form('/sign-in');
    if (!token) throw new Error(`the sign-in form answered ${status}`);
    while (left-- > 0) {
      const fresh = new Client(instance.url);
      Object.assign(fresh.cookies, visitor.cookies);
      const answer = await fresh.post('/sign-in', { token, email: people.placement_administrator, password });
      series.requests++;
      if (answer.status !== 303) {
        series.errors++;
        say(`sign-in-submit answered ${answer.status}: ${answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 300)}`);
      }
      series.bytes = Buffer.byteLength(answer.body);
      const value = Math.round(answer.milliseconds * 1000);
      series.histogram.set(value, (series.histogram.get(value) ?? 0) + 1);
    }
  }));
  series.microseconds = (performance.now() - began) * 1000;
  return series;
}

async function main() {
  measureAllocation(must);
  const began = performance.now();
  await instance.start();
  say(`instance with ${instance.students} students in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const [[students, sites, orders, activities]] = instance.sql(`SELECT (SELECT COUNT(*) FROM student), (SELECT COUNT(*) FROM site),
    (SELECT COUNT(*) FROM placement_order), (SELECT COUNT(*) FROM activity)`);
  say(`${students} students, ${sites} sites, ${orders} orders, ${activities} activities`);
  must('the instance is as large as asked', students >= 30000 && sites >= 1000 && orders >= 5000, `${students}, ${sites}, ${orders}`);
  const viewer = await new Client(instance.url, 'nb').signIn(people.placement_administrator);
  const cookies = (client) => Object.entries(client.cookies).map(([name, value]) => `${name}=${value}`).join('; '), cookie = cookies(viewer);
  const [[largest, rows]] = instance.sql(`SELECT a.id, COUNT(*) AS n FROM activity a JOIN placement_order o ON o.activity = a.id
    WHERE a.institution = 1 GROUP BY a.id ORDER BY n DESC, a.id LIMIT 1`);
  say(`activity ${largest} has ${rows} orders`);

  const [[busiest, running]] = instance.sql(`SELECT DATE_FORMAT(m.day, '%Y-%m'), COUNT(*) AS n
    FROM (SELECT DISTINCT CAST(DATE_FORMAT(starts, '%Y-%m-01') AS DATE) AS day FROM occurrence WHERE institution = 1) m
    JOIN occurrence o ON o.institution = 1 AND o.starts <= LAST_DAY(m.day) AND o.ends >= m.day GROUP BY m.day ORDER BY ABS(CAST(COUNT(*) AS SIGNED) - 310), m.day LIMIT 1`);
  say(`${busiest} has ${running} activities and classes`);
  must('a month has 300 lines', running >= 300 && running < 400, running);

  const calendar = '/calendar?status=all';
  const series = {
    front: new Series('front', '/', cookie),
    calendar: new Series('calendar', calendar, cookie),
    activity: new Series('activity-100', `/activities/${largest}/sites`, cookie, 'rows=100'),
    search: new Series('search', '/search?q=kari', cookie),
    month: new Series('month-300', `/calendar/month?month=${busiest}`, cookie),
    signIn: new Series('sign-in', '/sign-in'),
    floor: new Series('floor', calendar, cookie, 'floor'),
  };
  const feeds = await feedSeries(instance, Series);
  Object.assign(series, { feedPage: feeds.page, feedSame: feeds.same });
  for (const one of Object.values(series)) {
    await one.measure();
    one.run(1);
    Object.assign(one, { requests: 0, microseconds: 0, histogram: new Map() });
  }
  const listed = attribute((await viewer.get(`/calendar.xml?status=all`)).body, 'occurrences', 'total') ?? '?';
  say(`the calendar lists 50 of ${listed}`);
  for (let round = 0; round < rounds; round++) for (const one of Object.values(series)) one.run();
  for (const one of [series.front, series.calendar, series.month, series.activity, series.search, series.signIn, series.feedPage, series.feedSame]) one.print();
  await pause(200); // wrk ran on this thread: connections that nginx let go meanwhile are noticed now, not by a sign-in
  const submits = await signIns(200);
  submits.print();
  series.floor.print();
  for (const count of [500, 5000]) {
    const one = new Series(`calendar-${count}`, calendar, cookie, `rows=${count}`);
    await one.measure();
    one.run().print();
  }

  const planner = await new Client(instance.url, 'nb').signIn(people.exam_planner);
  const results = new Series('result-page-500', draftedSession(instance, 500), cookies(planner));
  const shown = await results.measure();
  results.run(1);
  Object.assign(results, { requests: 0, microseconds: 0, histogram: new Map() });
  for (let round = 0; round < rounds; round++) results.run();
  results.print();
  must('a page of results holds 500 rows to type into', shown.split('name="seen-').length === 501, shown.split('name="seen-').length - 1);

  const marking = openGrading(instance, 2000), saves = new Series('grade-save', marking.path);
  await saveGrades(instance, saves, marking, connections);
  saves.print();
  const [[marks]] = instance.sql(`SELECT COUNT(*) FROM mark WHERE exam = ${marking.path.split('/')[2]}`);
  must('every saved grade is kept, once', Number(marks) === marking.codes.length && saves.errors === 0, `${marks} of ${marking.codes.length}`);

  // Memory, after everything above has warmed the workers.
  const steady = new Series('memory', calendar, cookie);
  steady.run(2);
  Object.assign(steady, { requests: 0, microseconds: 0, histogram: new Map() });
  const before = memory(), pids = String(instance.workers());
  for (let tries = 0; steady.requests < 50000 && tries < 40; tries++) steady.run(5);
  const growth = (memory() - before) / steady.requests;
  steady.bytes = growth.toFixed(2);
  steady.print();

  const mails = await measureMails(instance, sink, 2000);
  console.log(['mails', mails.rate.toFixed(1), mails.p50.toFixed(2), mails.p99.toFixed(2), mails.bytes].join('\t'));
  must('2,000 mails go once each, over one connection', mails.states === 'sent 2000' && sink.mails.length === 2000 && mails.connections === 1,
    `${mails.states}, ${sink.mails.length}, ${mails.connections}`);

  const letters = await measurePrints(instance, 200);
  console.log(['print-200', letters.seconds.toFixed(2), (letters.peak / 1048576).toFixed(1)].join('\t'));
  must('200 letters are a page each, in at most 3 s', letters.pages === 200 && letters.seconds <= 3, `${letters.pages} pages in ${letters.seconds.toFixed(2)} s, ${letters.size} bytes`);

  const held = memory(), imported = await measureImport(instance, 30000);
  console.log(['import-try', imported.checked.toFixed(1), '', '', imported.peak].join('\t'));
  console.log(['import', imported.applied.toFixed(1), '', '', imported.peak].join('\t'));
  must('what was uploaded is let go: the workers grew by less than 24 MB', memory() - held < 24 << 20, `${((memory() - held) / 1048576).toFixed(1)} MB`);
  must('30,000 rows are imported', imported.states === 'import_check done, import_apply done', imported.states);

  await measureTransfer(instance, must);
  await measureExport(instance, must);
  await measureSheet(instance, must);

  const ratio = series.calendar.rate / series.floor.rate;
  must('calendar reaches 0.6 of the floor', ratio >= 0.6, ratio.toFixed(2));
  must('floor sends as many bytes as the calendar', Math.abs(series.floor.bytes - series.calendar.bytes) <= 64, `${series.floor.bytes}, ${series.calendar.bytes}`);
  for (const one of [series.front, series.calendar, series.month, series.activity, series.search, series.signIn])
    must(`${one.name}: p99 at most 50 ms`, one.percentile(0.99) <= 50, `${one.percentile(0.99).toFixed(1)} ms`);
  must('memory grows less than 20 bytes a request', growth < 20 && steady.requests >= 50000 && pids === String(instance.workers()),
    `${growth.toFixed(2)} over ${steady.requests} requests`);
}

try {
  await main();
} catch (error) {
  must('the bench ran', false, error.stack);
} finally {
  instance.stop();
}
process.exit(failed ? 1 : 0);
