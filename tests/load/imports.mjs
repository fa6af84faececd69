// Rows a second of an import of students: read and tried (dry run), then imported in one transaction.
import { readFileSync } from 'node:fs';
import { Client, pause, people } from '../support.mjs';

export function studentRows(count, programme, mark = 'bulk') {
  const rows = ['Fornavn;Etternavn;E-post;Telefon;Rolle;Studieprogram;Kull'];
  for (let i = 0; i < count; i++) rows.push(`Ola${i % 97};Nordmann${i % 991};${mark}${i}@bulk.example;55 ${String(i).padStart(6, '0')};student;${programme};H26`);
  return `${rows.join('\n')}\n`;
}

// The latest job, when nothing is under way with it any more.
export async function jobEnded(instance, within = 300000) {
  for (const limit = performance.now() + within; performance.now() < limit; await pause(100)) {
    const [[id, kind, state, seconds, error]] = instance.sql(`SELECT id, kind, state, UNIX_TIMESTAMP(finished_at) - UNIX_TIMESTAMP(started_at), error
      FROM job ORDER BY id DESC LIMIT 1`);
    if (state !== 'waiting' && state !== 'running') return { id, kind, state, seconds: Number(seconds), error };
  }
  throw new Error('the job did not end');
}

// {checked, applied: rows/s, peak: bytes of the largest lane, states}
export async function measureImport(instance, count) {
  const client = await new Client(instance.url).signIn(people.placement_administrator);
  const [[institution, programme]] = instance.sql('SELECT institution, code FROM programme WHERE institution = 1 ORDER BY id LIMIT 1');
  const answer = await client.upload('/imports/new', { kind: 'people', institution }, 'students.csv', studentRows(count, programme));
  if (answer.status !== 303) throw new Error(`the upload answered ${answer.status}`);
  const path = answer.headers.location, states = [], rates = [];
  for (const act of [null, 'apply']) {
    if (act) await client.submit(path, { act });
    const began = performance.now(), job = await jobEnded(instance);
    states.push(`${job.kind} ${job.state}`);
    rates.push(count / ((performance.now() - began) / 1000));
  }
  const lanes = readFileSync(`/proc/${instance.pid('jobs')}/task/${instance.pid('jobs')}/children`, 'utf8').trim().split(' ');
  const peak = Math.max(...lanes.map((pid) => 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));
  return { checked: rates[0], applied: rates[1], peak, states: states.join(', ') };
}
