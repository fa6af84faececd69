// make bench: lists that leave as files. `export-xml-30000`: a partner's document of 30,000 allocations: rows a second, milliseconds to the
// first byte, and by how many MB the workers' memory grew at most meanwhile. It is held against the bare row writer: the same statements,
// the same way out, the cells as they are with tabs between them (X-Bench: floor).
import { request } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';

const key = '1-Praktikum-demo-institution-1-all-feeds-0000';

// The demonstration's institution 1 has so many allocations, and more, shared.
export function shareAllocations(instance, wanted) {
  for (const which of ['MIN', 'MAX']) instance.sql(`SET @activity = (SELECT ${which}(id) FROM activity WHERE institution = 1);
    INSERT IGNORE INTO registration (institution, activity, person) SELECT 1, @activity, person FROM student WHERE institution = 1;
    INSERT INTO placement (institution, activity, registration, person, site, unit, starts, ends)
      SELECT 1, r.activity, r.id, r.person, u.site, u.id, a.starts, a.ends FROM registration r JOIN activity a ON a.id = r.activity JOIN unit u ON u.id = 1 + r.id % 1000
      WHERE r.activity = @activity AND NOT EXISTS (SELECT 1 FROM placement x WHERE x.registration = r.id)`);
  const [[shared]] = instance.sql('SELECT COUNT(*) FROM placement x JOIN person p ON p.id = x.person WHERE x.institution = 1 AND p.protected = 0');
  if (Number(shared) < wanted) throw new Error(`${shared} allocations, not ${wanted}`);
}

// One answer: milliseconds to the first byte and to the last, bytes, and how often `mark` is in it.
export const fetched = (url, headers, mark) => new Promise((settle, fail) => {
  const began = performance.now();
  request(url, { headers }, (answer) => {
    let bytes = 0, marks = 0, tail = '', first = 0;
    answer.on('data', (chunk) => {
      first ||= performance.now() - began;
      bytes += chunk.length;
      const text = tail + chunk.toString('latin1');
      marks += text.split(mark).length - 1;
      tail = text.slice(text.length - mark.length + 1);
    });
    answer.on('end', () => (answer.statusCode === 200 && answer.complete ? settle({ first, last: performance.now() - began, bytes, marks }) : fail(new Error(`${url}: ${answer.statusCode}`))));
    answer.on('error', fail);
  }).on('error', fail).end();
});

const figure = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
// By how many MB the worker that grew most grew at its peak while `work` ran. Answers by turns: each worker has had some.
export async function grown(instance, work) {
  const pids = instance.workers(), before = pids.map((pid) => figure(pid, 'VmRSS'));
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5'); // the peak begins anew
  await work();
  if (String(pids) !== String(instance.workers())) throw new Error('a worker was replaced');
  return Math.max(...pids.map((pid, index) => figure(pid, 'VmHWM') - before[index]));
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function measureExport(instance, must, rows = 30000, rounds = 9) {
  shareAllocations(instance, rows);
  const url = `${instance.url}/feeds/allocations?limit=${rows + 500}`; // the protected count for the page, and are not in it
  const ask = (bench) => fetched(url, { authorization: `Bearer ${key}`, 'x-bench': bench }, bench === 'floor' ? '\n' : '<allocation ');
  const xml = [], bare = [];
  const growth = await grown(instance, async () => {
    for (const bench of ['none', 'floor']) await ask(bench); // statements are prepared
    for (let round = 0; round < rounds; round++) {
      xml.push(await ask('none'));
      bare.push(await ask('floor'));
    }
  });
  const took = median(xml.map((one) => one.last)), least = median(bare.map((one) => one.last)), [{ marks, bytes }] = xml;
  console.log(['export-xml-30000', (marks / took * 1000).toFixed(0), median(xml.map((one) => one.first)).toFixed(1), growth.toFixed(1)].join('\t'));
  console.error(`${marks} rows, ${(bytes / 1e6).toFixed(1)} MB of XML in ${took.toFixed(0)} ms; bare rows ${(bare[0].bytes / 1e6).toFixed(1)} MB in ${least.toFixed(0)} ms`);
  must('30,000 rows leave as XML', marks >= rows && bare[0].marks === marks, `${marks}, ${bare[0].marks}`);
  must('XML takes at most twice the time of bare rows', took <= 2 * least, (took / least).toFixed(2));
  must('workers grow by at most 20 MB for it', growth <= 20, `${growth.toFixed(1)} MB`);
}
