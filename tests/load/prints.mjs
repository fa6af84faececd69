// How long the placement letters of an activity take: from the button to the file, through the lane of prints.
import { readFileSync } from 'node:fs';
import { Client, pause, people } from '../support.mjs';

// An activity of institution 1 in which `count` students have a letter, all placed where one was.
export function placed(instance, count) {
  const [[placement, activity, there]] = instance.sql(`SELECT MIN(x.id), x.activity, COUNT(*) FROM placement x
    JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL JOIN person p ON p.id = x.person AND p.protected = 0
    WHERE x.institution = 1 AND x.ended_on IS NULL AND x.supervisor IS NOT NULL GROUP BY x.activity ORDER BY COUNT(*) LIMIT 1`);
  if (Number(there) > count) throw new Error('the activity is larger than asked for');
  instance.sql(`INSERT INTO registration (institution, activity, person)
    SELECT 1, ${activity}, s.person FROM (SELECT DISTINCT r.person FROM registration r JOIN person p ON p.id = r.person AND p.protected = 0) s
    WHERE s.person NOT IN (SELECT r.person FROM registration r WHERE r.activity = ${activity}) ORDER BY s.person LIMIT ${count - there};
    INSERT INTO placement (institution, activity, registration, person, site, unit, lecturer, supervisor, starts, ends)
    SELECT 1, r.activity, r.id, r.person, x.site, x.unit, x.lecturer, x.supervisor, x.starts, x.ends
    FROM registration r JOIN placement x ON x.id = ${placement}
    WHERE r.activity = ${activity} AND NOT EXISTS (SELECT 1 FROM placement o WHERE o.registration = r.id) ORDER BY r.id DESC LIMIT ${count - there}`);
  return activity;
}

const children = (pid) => { try { return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean); } catch { return []; } };
const held = (pid) => { try { return 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]); } catch { return 0; } };
// The most that a lane and what it runs ever held, of those that run something.
const memory = (instance) => Math.max(0, ...children(instance.pid('jobs')).filter((lane) => children(lane).length)
  .map((lane) => held(lane) + children(lane).reduce((sum, pid) => sum + held(pid), 0)));

// {seconds, peak: bytes, pages, size: bytes of the file}
async function print(instance, client, path) {
  const began = performance.now();
  const answer = await client.submit(path, { language: 'nb' });
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
  for (let peak = 0; performance.now() - began < 120000; await pause(20)) {
    const { body } = await client.get(`${answer.headers.location}.xml`);
    peak = Math.max(peak, memory(instance));
    if (body.includes('state="made"'))
      return { seconds: (performance.now() - began) / 1000, peak, pages: Number(/ pages="(\d+)"/.exec(body)[1]), size: Number(/ bytes="(\d+)"/.exec(body)[1]) };
    if (!body.includes('state="under_way"')) throw new Error(body.slice(-500));
  }
  throw new Error('the print did not end');
}

// The median of three, after two that warm Java's archive.
export async function measurePrints(instance, count) {
  const path = `/activities/${placed(instance, count)}/letters`, runs = [];
  const client = await new Client(instance.url).signIn(people.placement_administrator);
  for (let run = 0; run < 5; run++) runs.push(await print(instance, client, path));
  return runs.slice(2).sort((a, b) => a.seconds - b.seconds)[1];
}
