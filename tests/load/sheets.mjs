// A list of 30,000 people as a workbook. The line `export-xlsx-30000`: name, rows a second, milliseconds to the first byte, MB that the
// worker's memory grew at most.
import http from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { Client, people } from '../support.mjs';

const kilobytes = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

// The bytes of a part, found by the directory at the end, as a spreadsheet finds it.
function part(book, name) {
  let at = book.readUInt32LE(book.length - 6);
  for (; book.readUInt32LE(at) === 0x02014b50; at += 46 + book.readUInt16LE(at + 28)) {
    if (book.subarray(at + 46, at + 46 + book.readUInt16LE(at + 28)).toString() !== name) continue;
    const start = book.readUInt32LE(at + 42), data = start + 30 + book.readUInt16LE(start + 26);
    return inflateRawSync(book.subarray(data, data + book.readUInt32LE(at + 20))).toString();
  }
  throw new Error(`the workbook has no ${name}`);
}

// {milliseconds to the first byte, to the last, body}
const fetch = (client, path) => new Promise((settle, fail) => {
  const began = performance.now(), pieces = [];
  let first = 0;
  const headers = { Cookie: Object.entries(client.cookies).map(([name, value]) => `${name}=${value}`).join('; ') };
  http.get(client.url + path, { headers, agent: false }, (answer) => {
    if (answer.statusCode !== 200) return fail(new Error(`${path} answered ${answer.statusCode}`));
    answer.on('data', (piece) => (first ||= performance.now() - began) && pieces.push(piece));
    answer.on('end', () => settle({ first, whole: performance.now() - began, body: Buffer.concat(pieces) }));
    return answer.on('error', fail);
  }).on('error', fail);
});

// must(name, holds, seen) as the bench has it.
export async function measureSheet(instance, must) {
  const client = await new Client(instance.url, 'nb').signIn(people.system_administrator);
  const [[wanted]] = instance.sql('SELECT COUNT(*) FROM person p WHERE protected = 0 AND NOT EXISTS (SELECT 1 FROM partner y WHERE y.person = p.id)');
  for (let warm = 0; warm < 8; warm++) await client.get('/people?q=a'); // each worker has its statements and a page's memory
  const pids = instance.workers();
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5'); // the most that was held begins anew
  const before = new Map(pids.map((pid) => [pid, kilobytes(pid, 'VmRSS')]));
  const runs = [];
  for (let run = 0; run < 3; run++) runs.push(await fetch(client, '/people.xlsx'));
  const grown = Math.max(...pids.map((pid) => kilobytes(pid, 'VmHWM') - before.get(pid))) / 1024;
  const best = runs.reduce((a, b) => (a.whole < b.whole ? a : b));
  const rows = part(best.body, 'xl/worksheets/sheet1.xml').split('<row ').length - 1 - 4; // title, when, nothing, heads
  console.log(['export-xlsx-30000', (rows / (best.whole / 1000)).toFixed(0), best.first.toFixed(1), grown.toFixed(1)].join('\t'));
  must('a workbook of all people is whole', rows === Number(wanted) && rows >= 30000, `${rows} of ${wanted}`);
  must('a workbook of 30,000 rows takes at most 20 MB', grown <= 20, `${grown.toFixed(1)} MB, ${(best.body.length / 1048576).toFixed(1)} MB sent`);
}
