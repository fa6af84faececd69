// Prints while their lane and FOP are killed at any moment: each is made once and whole, or given up with words. Without Java they say so,
// and a document that FOP cannot make in time or at all holds up nobody.
import { readFileSync, writeFileSync, chmodSync } from 'node:fs';
import { Client, Instance, done, ok, pause, people } from '../support.mjs';

const instance = new Instance('faults-prints');
const lane = () => Number(/.*lane_started lane=prints pid=(\d+)/s.exec(instance.log('jobs'))[1]);
const children = (pid) => { try { return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number); } catch { return []; } };
const kill = (pid) => { try { process.kill(pid, 'SIGKILL'); } catch { /* it has just ended */ } };
const state = (print) => instance.sql(`SELECT j.state, j.attempts, COALESCE(j.error, '-'), p.made_at IS NOT NULL, p.pages,
  COALESCE((SELECT SUM(LENGTH(x.bytes)) FROM print_piece x WHERE x.print = p.id), 0) = COALESCE(p.bytes, 0)
  FROM print p JOIN job j ON j.thing = 'print' AND j.thing_id = p.id WHERE p.id = ${print}`)[0];
async function ended(print, within = 120000) {
  for (const limit = performance.now() + within; performance.now() < limit; await pause(100))
    if (!['waiting', 'running'].includes(state(print)[0])) return state(print);
  return state(print);
}

try {
  await instance.start();
  let client = await new Client(instance.url, 'nb').signIn(people.placement_administrator);
  const [[order]] = instance.sql("SELECT id FROM placement_order WHERE institution = 1 AND state = 'answered' ORDER BY id LIMIT 1");
  const path = `/orders/${order}/confirmation`;
  const ask = async () => Number((await client.submit(path, { language: 'nb' })).headers.location.split('/').at(-1));

  const first = await ask();
  ok('a print is made', (await ended(first)).slice(0, 1).concat(state(first).slice(3)).join() === 'done,1,1,1', state(first).join());

  // The lane, or what it runs, killed at any moment. Three deaths of one print would give it up: no print meets more than two.
  const prints = [];
  for (let round = 0; round < 8; round++) {
    prints.push(await ask());
    await pause(40 + 110 * round);
    if (round % 2) kill(lane());
    else for (const pid of children(lane())) kill(pid);
    await ended(prints.at(-1));
  }
  const ends = prints.map((print) => state(print));
  ok('each print that was disturbed is made once, whole', ends.every(([what, , , made, pages, whole]) => what === 'done' && made === '1' && pages === '1' && whole === '1'), ends.map((end) => end.join(' ')).join('; '));
  ok('some of them were disturbed in their work', ends.some(([, attempts]) => Number(attempts) > 1), ends.map((end) => end[1]).join());
  ok('no FOP outlives its lane', children(lane()).length === 0, children(lane()).join());

  // Another Java: none, one that falls, one that hangs and is cancelled.
  const java = `${instance.folder}/java`;
  const attempt = async (setting, body) => {
    if (body) { writeFileSync(java, body); chmodSync(java, 0o755); }
    instance.stop();
    instance.set({ java: setting });
    await instance.start({ fresh: false });
    client = await new Client(instance.url, 'nb').signIn(people.placement_administrator);
    return ask();
  };
  const none = await attempt('/nowhere/java');
  ok('without Java a print says that it cannot be made', (await ended(none)).slice(0, 4).join() === 'failed,1,print_unavailable,0', state(none).join());
  ok('its page has words for it', (await client.get(`/prints/${none}`)).body.includes('Utskrifter kan ikke lages nå'));
  const falls = await attempt(java, '#!/bin/sh\necho broken >&2\nexit 3\n');
  ok('a print that FOP cannot make is given up', (await ended(falls)).slice(0, 4).join() === 'failed,1,job_broken,0', state(falls).join());
  ok('and the log says what FOP said', /fop_failed said=broken/.test(instance.log('jobs')), instance.log('jobs').split('\n').slice(-3).join(' | '));
  const half = await attempt(java, '#!/bin/sh\nprintf "%%PDF-1.7 half"\nkill -9 $$\n');
  ok('half a file is none', (await ended(half)).slice(0, 4).join() === 'failed,3,job_gave_up,0', state(half).join());
  const hangs = await attempt(java, '#!/bin/sh\nexec sleep 600\n');
  for (let tries = 0; tries < 100 && children(lane()).length === 0; tries++) await pause(50);
  const [sleeper] = children(lane());
  ok('a print that hangs runs', sleeper > 0);
  ok('it can be cancelled', (await client.submit(`/prints/${hangs}`, {})).status === 303 && (await ended(hangs, 10000))[0] === 'cancelled', state(hangs).join());
  ok('what it ran is gone', !children(lane()).includes(sleeper));
} catch (error) {
  ok('faults/prints ran to its end', false, error.stack);
} finally {
  instance.stop();
}
done();
