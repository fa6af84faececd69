// A feed that is followed from its start while ten write: half of them long transactions that end in another order than they began, or
// not at all. Workers, jobs, the lane of feeds, the database and the followers themselves are killed at random moments. In the end each
// follower's files are the events its partner is told of: all of them, once, in an order that nobody who looked could call wrong.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Client, Instance, done, ok, pause, people, request, root } from '../support.mjs';

const SECONDS = 40, seed = Number(process.env.SEED ?? 20261122);
const instance = new Instance('faults-follow', { settings: { digest_hour: 23 } });
const program = process.env.PRAKTIKUM ?? `${root}/build/praktikum`;
let state = seed;
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const running = new Set();
let writing = true;

const start = (command, words, options = {}) => {
  const child = spawn(command, words, { stdio: ['pipe', 'ignore', 'pipe'], ...options });
  child.said = '';
  child.stderr.on('data', (piece) => { child.said += piece; });
  child.stdin.on('error', () => {});
  child.ended = new Promise((settle) => child.on('close', (status) => { running.delete(child); settle(status); }));
  running.add(child);
  return child;
};
const kill = (pid) => { try { process.kill(pid, 'SIGKILL'); } catch { /* it is dead already */ } };

// ---- followers ----
const facts = ['kind', 'thing', 'id', 'version', 'institution', 'site', 'activity'];
class Follower {
  constructor(name, key) {
    Object.assign(this, { name, key, folder: `${instance.folder}/${name}`, keyFile: `${instance.folder}/${name}.key`, kills: 0 });
    writeFileSync(this.keyFile, `${key}\n`, { mode: 0o600 });
  }
  words(...more) {
    return ['follow', `${instance.url}/feeds/events`, '--key-file', this.keyFile, '--folder', this.folder, ...more];
  }
  run() {
    this.child = start(program, this.words('--every', '1'));
  }
  async kill() {
    kill(this.child.pid);
    await this.child.ended;
    this.kills++;
    await pause(random() * 300);
    this.run();
  }
  async finish() {
    kill(this.child.pid);
    await this.child.ended;
    return spawnSync(program, this.words('--once'), { encoding: 'utf8', timeout: 120000 });
  }
  // What the folder holds, by number.
  entries() {
    return readdirSync(this.folder).filter((name) => name.endsWith('.xml')).sort().map((name) => {
      const text = readFileSync(`${this.folder}/${name}`, 'utf8'), [, number, uuid] = /^(\d{10,})-([0-9a-f-]{36})\.xml$/.exec(name) ?? [];
      const value = (attribute) => new RegExp(`<event [^>]*\\b${attribute}="([^"]*)"`).exec(text)?.[1];
      return { name, number: Number(number), uuid, whole: text.endsWith('</entry>\n') && text.includes(`<id>urn:uuid:${uuid}</id>`) && Number(value('number')) === Number(number),
        says: facts.map((fact) => value(fact) ?? '-').join(' '),
        changes: [...text.matchAll(/<change [^>]*field="([^"]*)"(?: from="([^"]*)")?(?: to="([^"]*)")?/g)].map(([, field, from, to]) => [field, from ?? 'NULL', to ?? 'NULL'].join(' ')),
        kind: value('kind'), id: value('id'), version: Number(value('version') ?? 0) };
    });
  }
}

// ---- writers ----
const tally = { acknowledged: new Map(), refused: 0, committed: 0, rolledBack: 0, lost: 0 };
// A person who edits a unit again and again; each change answered with 303 is there for good.
async function editor(client, unit) {
  for (let turn = 1; writing; turn++) {
    const answer = await client.submit(`/units/${unit}/edit`, { name: `Enhet ${unit} nr ${turn}` });
    if (answer.status === 303) tally.acknowledged.set(unit, (tally.acknowledged.get(unit) ?? 0) + 1);
    else tally.refused++;
    await pause(random() * 150);
  }
}
// Transactions that write two events around a rest, and are rolled back now and then. Their things are 900001 …, one a writer.
async function slow(number) {
  const thing = 900000 + number;
  for (let turn = 1; writing; turn++) {
    const rolledBack = random() < 0.2;
    const event = (version) => `INSERT INTO event (uuid, at, area, kind, thing, thing_id, thing_version, site)
      VALUES (UUID(), UTC_TIMESTAMP(6), 'organisations', 'unit.changed', 'unit', ${thing}, ${version}, 1);`;
    const child = start('bash', ['-c', '. conf/run/lib.sh; cd "$1"; sql praktikum', 'x', instance.folder], { cwd: root });
    child.stdin.end(`START TRANSACTION; ${event(2 * turn - 1)} DO SLEEP(${(random() * 1.5).toFixed(2)}); ${event(2 * turn)} ${rolledBack ? 'ROLLBACK' : 'COMMIT'};`);
    const status = await child.ended;
    tally[status !== 0 ? 'lost' : rolledBack ? 'rolledBack' : 'committed']++;
    await pause(random() * 100);
  }
}

// ---- faults ----
const lanes = () => {
  const pid = instance.pid('jobs'), path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
};
const pick = (list) => list[Math.floor(random() * list.length)];
let marks = 0;
const turns = ['worker', 'lane', 'worker', 'lane', 'database', 'worker', 'lane', 'jobs'], killed = { worker: 0, lane: 0, jobs: 0, database: 0 };
async function faults(followers) {
  for (let turn = 0; writing; turn++) {
    const what = turns[turn % turns.length];
    for (let tries = 0; what === 'lane' && lanes().length < 3 && tries < 50; tries++) await pause(100); // jobs begin anew
    const pid = what === 'database' || what === 'jobs' ? instance.pid(what) : pick(what === 'lane' ? lanes() : instance.workers());
    if (pid) {
      kill(pid);
      killed[what]++;
    }
    if (turn % 2 === 0) await pick(followers).kill();
    await pause(400 + random() * 1200);
  }
}

// Whether whoever publishes is at work again: what is written last of all is in both feeds, and then everything before it is.
async function published() {
  let last;
  for (const end = performance.now() + 120000; performance.now() < end; await pause(500)) {
    try {
      if (!last) {
        instance.sql(`INSERT INTO event (uuid, at, area, kind, thing, thing_id, thing_version, site) VALUES (UUID(), UTC_TIMESTAMP(6), 'organisations', 'unit.changed', 'unit', 900000, 1 + ${++marks}, 1)`);
        last = instance.sql(`SELECT MAX(id) FROM event WHERE thing_id = 900000`)[0][0];
      }
      if (Number(instance.sql(`SELECT COUNT(*) FROM feed_entry WHERE event = ${last} AND partner IN (1, 2)`)[0][0]) === 2 && (await request(`${instance.url}/health`)).status === 200) return true;
    } catch { /* the database recovers */ }
  }
  return false;
}

// What the institution's partner and the site's are told of, by facts of these tests alone: every change of a unit, and of what
// the demonstration has the kinds that have no draft.
const wanted = {
  institution: `kind IN ('site.created', 'unit.changed', 'unit.created') OR (institution = 1 AND kind IN ('agreement.created', 'activity.created', 'activity.cancelled',
    'class.created', 'order.sent', 'order.answered', 'order.declined', 'order.reopened', 'order.withdrawn', 'order.closed', 'allocation.shared',
    'exam_session.confirmed', 'exam_session.cancelled'))`,
  site: `site = 1 AND kind IN ('site.created', 'unit.changed', 'unit.created', 'agreement.created', 'order.sent', 'order.answered', 'order.declined', 'order.reopened', 'order.withdrawn', 'order.closed')
    OR site IS NULL AND kind IN ('activity.cancelled', 'class.created', 'allocation.shared')
      AND activity IN (SELECT o.activity FROM event o WHERE o.kind = 'order.sent' AND o.site = 1 AND o.id < event.id)`,
};
function compare(follower, told) {
  const entries = follower.entries(), uuids = entries.map((entry) => entry.uuid);
  const truth = instance.sql(`SELECT uuid FROM event WHERE ${told}`).map(([uuid]) => uuid), has = new Set(uuids), should = new Set(truth);
  ok(`${follower.name}: every file is whole and says its own number`, entries.length > 0 && entries.every((entry) => entry.whole), entries.find((entry) => !entry.whole)?.name);
  ok(`${follower.name}: numbers run from 1 without gaps`, entries.every((entry, index) => entry.number === index + 1), entries.find((entry, index) => entry.number !== index + 1)?.name);
  ok(`${follower.name}: no entry is there twice`, has.size === uuids.length, uuids.length - has.size);
  ok(`${follower.name}: none is missing of ${truth.length}`, truth.every((uuid) => has.has(uuid)), truth.filter((uuid) => !has.has(uuid)).slice(0, 5).join());
  ok(`${follower.name}: and there is no other`, uuids.every((uuid) => should.has(uuid)), entries.filter((entry) => !should.has(entry.uuid)).slice(0, 5).map((entry) => `${entry.kind} ${entry.id}`).join());
  const version = follower.name === 'site' ? `IF(thing = 'plan', NULL, thing_version)` : 'thing_version';
  const said = new Map(instance.sql(`SELECT uuid, CONCAT_WS(' ', kind, thing, thing_id, COALESCE(${version}, '-'), COALESCE(institution, '-'), COALESCE(site, '-'), COALESCE(activity, '-')) FROM event WHERE ${told}`));
  const fields = [...new Set(entries.flatMap((entry) => entry.changes.map((change) => change.split(' ')[0])))].map((field) => `'${field}'`).join() || `''`;
  const changed = new Set(instance.sql(`SELECT CONCAT_WS(' ', uuid, c.field, COALESCE(c.old_value, 'NULL'), COALESCE(c.new_value, 'NULL')) FROM event_change c JOIN event ON event.id = c.event WHERE c.subject IS NULL AND c.field IN (${fields}) AND (${told})`).map(([row]) => row));
  const off = entries.filter((entry) => entry.says !== said.get(entry.uuid) || entry.changes.some((change) => !changed.has(`${entry.uuid} ${change}`)));
  ok(`${follower.name}: each says what its event does`, off.length === 0 && entries.some((entry) => entry.changes.length > 0), off.slice(0, 5).map((entry) => `${entry.name} ${entry.says} ${entry.changes.join(', ')}`).join('\n'));
  const last = new Map(), wrong = [];
  for (const { kind, id, version, name } of entries.filter((entry) => entry.kind === 'unit.changed')) {
    if (version <= (last.get(id) ?? 0)) wrong.push(`${name} ${kind} ${id}: ${version} after ${last.get(id)}`);
    last.set(id, version);
  }
  ok(`${follower.name}: what was written after another was seen stands after it`, wrong.length === 0, wrong.slice(0, 5).join('\n'));
  const places = new Map(instance.sql('SELECT uuid, id FROM event').map(([uuid, id]) => [uuid, Number(id)]));
  return uuids.filter((uuid, index) => index > 0 && places.get(uuid) < places.get(uuids[index - 1])).length;
}

try {
  await instance.start();
  const followers = [new Follower('institution', '1-Praktikum-demo-institution-1-all-feeds-0000'), new Follower('site', '2-Praktikum-demo-site-1-some-feeds-0000000000')];
  const page = async () => (await request(`${instance.url}/feeds/events?page=2`, { headers: { Authorization: `Bearer ${followers[0].key}` } }));
  ok('the feed is there before anybody writes', await published() && (await page()).status === 200);
  const archived = (await page()).body;
  const units = instance.sql('SELECT MIN(id) FROM unit WHERE closed_on IS NULL GROUP BY site ORDER BY site LIMIT 6').map(([id]) => id);
  const editors = await Promise.all(units.map(() => new Client(instance.url).signIn(people.system_administrator)));
  for (const follower of followers) follower.run();

  const work = [...units.map((unit, index) => editor(editors[index], unit)), ...[1, 2, 3, 4].map(slow), faults(followers)];
  await pause(SECONDS * 1000);
  writing = false;
  await Promise.all(work);
  ok('the instance is back, and what was written last is told', await published());
  for (const follower of followers) {
    const last = await follower.finish();
    ok(`${follower.name}: what is left is fetched`, last.status === 0, last.stderr);
  }

  const swapped = compare(followers[0], wanted.institution);
  compare(followers[1], wanted.site);
  const changes = new Map(instance.sql(`SELECT thing_id, COUNT(*) FROM event WHERE kind = 'unit.changed' AND thing_id < 900000 GROUP BY 1`).map(([unit, count]) => [unit, Number(count)]));
  ok('every change that was answered is an event', [...tally.acknowledged].every(([unit, count]) => (changes.get(unit) ?? 0) >= count), JSON.stringify([...tally.acknowledged]));
  const sum = [...tally.acknowledged.values()].reduce((all, count) => all + count, 0);
  ok('all ten wrote', tally.acknowledged.size === 6 && sum > 60 && tally.committed > 20 && tally.rolledBack > 2, JSON.stringify({ ...tally, acknowledged: sum }));
  ok('some were seen in another order than they were written in', swapped > 0, swapped);
  ok('each sort of process was killed', Object.values(killed).every((count) => count >= 2) && followers.every((follower) => follower.kills >= 2), JSON.stringify({ ...killed, followers: followers.map((follower) => follower.kills) }));
  ok('a page that was full is the same to the byte', archived === (await page()).body && archived.includes('<archive'), archived.length);
  console.log(`# seed ${seed}: ${sum} changes answered, ${tally.refused} not, ${tally.committed} long transactions, ${tally.lost} lost, ${tally.rolledBack} rolled back; killed ${JSON.stringify(killed)}; ${swapped} swapped`);
} catch (error) {
  ok('faults/follow ran to its end', false, error.stack);
} finally {
  writing = false;
  for (const child of running) kill(child.pid);
  instance.stop();
}
done();
