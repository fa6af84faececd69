// Mails against a server that refuses, hangs, dies and wants secrets, and senders that are killed: each mail arrives once, at
// most one of them twice for each doubt, and always as the same message. The server: tests/smtp_server.py.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Instance, done, freePort, ok, pause, root } from '../support.mjs';

const instance = new Instance('faults-mails');
const { folder } = instance;
const program = process.env.PRAKTIKUM ?? `${root}/build/praktikum`;
const number = (statement) => Number(instance.sql(statement)[0][0]);
const started = new Set();

// The database alone, and a configuration whose mails go to `port`.
function prepare() {
  const database = (word) => execFileSync(`${root}/conf/run/database`, [word, folder], { env: instance.environment, stdio: 'ignore' });
  spawnSync(`${root}/conf/run/database`, ['stop', folder]);
  rmSync(folder, { recursive: true, force: true });
  database('start');
  const conf = { env: { ...process.env, PRAKTIKUM_CONF: `${folder}/praktikum.conf` } };
  execFileSync(program, ['migrate'], { ...conf, stdio: 'ignore' });
  execFileSync('bash', ['-c', '. conf/run/lib.sh; cd "$1"; grant_rights praktikum', 'x', folder], { cwd: root });
  execFileSync(program, ['demo', '--students', '300'], { ...conf, stdio: 'ignore' });
  execFileSync(program, ['jobs', '--once'], { ...conf, cwd: folder, stdio: 'ignore' }); // what the day asks for is no mail of these tests
}
function configure(port, settings = {}) {
  const own = { smtp_address: `smtp://127.0.0.1:${port}`, smtp_tls: 'no', smtp_timeout: 2, smtp_from: 'praktikum@region.example', ...settings };
  const lines = readFileSync(`${folder}/praktikum.conf`, 'utf8').split('\n').filter((line) => !line.startsWith('smtp_'));
  writeFileSync(`${folder}/mail.conf`, [...lines, ...Object.entries(own).map(([name, value]) => `${name} = ${value}`), ''].join('\n'), { mode: 0o600 });
}

// A server with rules: {port, connections, mails: [{number, to, words}], letters(), end()}.
let servers = 0;
function serve(...options) {
  const place = `${folder}/server-${++servers}`;
  const child = spawn(`${root}/tests/smtp_server.py`, [place, ...options], { stdio: ['pipe', 'pipe', 'ignore'] });
  const server = { folder: place, connections: 0, mails: [], end: () => child.stdin.end() };
  started.add(child);
  // As a foreign reader understands them; and the Message-IDs.
  server.letters = () => JSON.parse(execFileSync('/usr/bin/python3', [`${root}/tests/mails.py`, place], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  server.ids = () => readdirSync(place).filter((name) => name.endsWith('.eml')).map((name) => /^Message-ID: (.*)\r$/m.exec(readFileSync(`${place}/${name}`, 'utf8'))[1]);
  return new Promise((settle) => createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, ...words] = line.split(' ');
    if (word === 'port') settle(Object.assign(server, { port: Number(words[0]) }));
    if (word === 'connection') server.connections++;
    if (word === 'mail') server.mails.push({ number: Number(words[0]), to: words[1], words: words.slice(2) });
  }));
}

const environment = () => ({ ...process.env, PRAKTIKUM_CONF: `${folder}/mail.conf` });
// jobs --once: {status, milliseconds, log}.
async function sendDue() {
  const began = performance.now();
  const child = spawn(program, ['jobs', '--once'], { env: environment(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  started.add(child);
  let log = '';
  child.stderr.on('data', (piece) => { log += piece; });
  const status = await new Promise((settle) => child.on('close', settle));
  await pause(50); // the server's lines
  return { status, log, milliseconds: performance.now() - began };
}
// `count` mails that wait, each of an event of its own recipient; gives their ids.
function fill(count) {
  instance.sql(`DELETE FROM mail`);
  instance.sql(`INSERT INTO mail (event, person, kind, next_at)
    SELECT e.id, p.id, 'order_sent', UTC_TIMESTAMP() FROM (SELECT id FROM person WHERE protected = 0 ORDER BY id LIMIT 40) p
    JOIN (SELECT MAX(e.id) AS id FROM event e JOIN placement_order o ON o.id = e.thing_id WHERE e.kind = 'order.sent' GROUP BY e.thing_id) e ORDER BY e.id, p.id LIMIT ${count}`);
  return instance.sql('SELECT id FROM mail ORDER BY id').map(([id]) => Number(id));
}
const due = () => instance.sql(`UPDATE mail SET next_at = UTC_TIMESTAMP() WHERE state IN ('waiting', 'sending')`);
const states = () => instance.sql('SELECT state, attempts, perhaps, IFNULL(problem, ""), COUNT(*) FROM mail GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4')
  .map((row) => row.join(' ')).join(', ');
const words = () => instance.sql('SELECT DISTINCT error FROM mail WHERE error IS NOT NULL').map(([text]) => text).join(' | ');

async function letters() {
  const server = await serve();
  configure(server.port);
  const ids = fill(40);
  instance.sql(`UPDATE person SET given_name = 'Ŋávdna', family_name = 'Đorđæ Öberg', lang = 'sv' WHERE id = (SELECT person FROM mail WHERE id = ${ids[0]})`);
  instance.sql(`UPDATE person SET lang = 'en' WHERE id = (SELECT person FROM mail WHERE id = ${ids[1]})`);
  instance.sql(`UPDATE activity SET name = 'Ŋuolli & đæmonisk ö <b>' WHERE id = (SELECT o.activity FROM mail m JOIN event e ON e.id = m.event JOIN placement_order o ON o.id = e.thing_id WHERE m.id = ${ids[0]})`);
  const { status } = await sendDue();
  const read = server.letters();
  ok('all mails arrive, once each', status === 0 && read.length === 40 && new Set(read.map((mail) => mail.id)).size === 40, `${status} ${read.length}`);
  ok('over one connection', server.connections === 1, server.connections);
  ok('a foreign reader finds nothing malformed', read.every((mail) => mail.defects.length === 0), JSON.stringify(read.find((mail) => mail.defects.length)?.defects));
  const [[email]] = instance.sql(`SELECT p.email FROM mail m JOIN person p ON p.id = m.person WHERE m.id = ${ids[0]}`);
  const first = read.find((mail) => mail.name[0] === 'Ŋávdna Đorđæ Öberg');
  ok('letters of a name are intact', first && first.to[0] === email, JSON.stringify(first?.name));
  ok('of the subject', first.subject.includes('Ŋuolli & đæmonisk ö <b>') && first.subject.startsWith('Beställning'), first.subject);
  ok('of the text', first.text.includes('Ŋuolli & đæmonisk ö <b>') && first.text.startsWith('Hej Ŋávdna'), first.text);
  ok('and of the HTML', first.html.includes('Ŋuolli &amp; đæmonisk ö &lt;b&gt;') && first.html.includes('<html lang="sv">'), first.html.slice(0, 300));
  ok('each in its language', first.language === 'sv' && read.some((mail) => mail.language === 'en' && mail.subject.startsWith('Order of')), read.map((mail) => mail.language).join(' '));
  ok('one link each', read.every((mail) => mail.links.length === 1), JSON.stringify(read.find((mail) => mail.links.length !== 1)?.links));
  ok('the server\'s words are kept', /^250 .*taken over as \d+/.test(words()), words().slice(0, 100));
  server.end();
}

async function refusals() {
  const [, second] = fill(5);
  const [[to]] = instance.sql(`SELECT p.email FROM mail m JOIN person p ON p.id = m.person WHERE m.id = ${second}`);
  let server = await serve('--rule', `rcpt:${to}*1=451 4.7.1 come back later`);
  configure(server.port);
  await sendDue();
  ok('451 puts one mail off, the others go', states() === 'waiting 1 0 later 1, sent 1 0  4', states());
  const late = number(`SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), next_at) FROM mail WHERE id = ${second}`);
  ok('for a minute at first', late > 40 && late <= 60, late);
  ok('with the server\'s words', instance.sql(`SELECT error FROM mail WHERE id = ${second}`)[0][0] === '451 4.7.1 come back later');
  due();
  await sendDue();
  ok('then it is taken', states() === 'sent 1 0  4, sent 2 0  1', states());
  server.end();

  fill(5);
  server = await serve('--rule', `body:${to}*1=550 5.7.1 no: http://region.example/invitation?key=17-u8JabcdefGHI_-x blocked`);
  configure(server.port);
  await sendDue();
  ok('550 is given up at once, the others go', states() === 'sent 1 0  4, failed 1 0 refused 1', states());
  const [[said]] = instance.sql(`SELECT error FROM mail WHERE state = 'failed'`);
  ok('with the server\'s words, but no key of an address', said.startsWith('550 5.7.1 no:') && said.endsWith('blocked') && !said.includes('u8J'), said);
  server.end();

  // What is said before a recipient is named concerns all mails: none is blamed, and only one is tried.
  for (const rule of ['connect=421 4.3.2 closing', 'connect=554 5.3.2 not you', 'mail=550 5.7.1 not this sender', 'rcpt=421 4.3.2 closing']) {
    fill(5);
    server = await serve('--rule', rule);
    configure(server.port);
    const { milliseconds } = await sendDue();
    ok(`${rule}: no mail is blamed`, states() === 'waiting 0 0  4, waiting 0 0 unreached 1', states());
    ok(`${rule}: the server is let be`, server.connections <= 2 && milliseconds < 15000, `${server.connections} ${Math.round(milliseconds)}`);
    server.end();
  }
  fill(3);
  configure(await freePort());
  await sendDue();
  ok('nobody listens: no mail is blamed', states() === 'waiting 0 0  2, waiting 0 0 unreached 1', states());
  ok('and it is said why', /connect/i.test(words()), words());
}

// Hanging and dying, at each stage. Only after the whole message is there may it have arrived.
async function silence() {
  for (const [action, stages] of Object.entries({ hang: ['connect', 'ehlo', 'mail', 'rcpt', 'data', 'body'], die: ['connect', 'rcpt', 'body'] }))
    for (const stage of stages) {
      const rule = `${stage}=${action}`, doubt = stage === 'body';
      fill(3);
      const server = await serve('--rule', rule);
      configure(server.port, { smtp_timeout: 1 });
      const { milliseconds } = await sendDue();
      const wanted = doubt ? 'waiting 0 0  2, waiting 1 1 unknown 1' : 'waiting 0 0  2, waiting 0 0 unreached 1';
      ok(`${rule}: ${doubt ? 'one mail is in doubt' : 'no mail is blamed'}, the others wait`, states() === wanted, states());
      ok(`${rule}: within a few seconds`, milliseconds < 12000, Math.round(milliseconds));
      server.end();
    }
  // Taken over, but the word is lost: once more, and with the second doubt no more. The same message both times.
  fill(1);
  const server = await serve('--rule', 'body*2=keep-die');
  configure(server.port);
  await sendDue();
  ok('dying between message and reply leaves it in doubt', states() === 'waiting 1 1 unknown 1', states());
  due();
  await sendDue();
  ok('in doubt again it is given up', states() === 'failed 2 2 unknown 1', states());
  due();
  await sendDue();
  const [first, second] = [1, 2].map((n) => readFileSync(`${server.folder}/${n}.eml`, 'utf8'));
  ok('it went twice, the same bytes, and not again', server.mails.length === 2 && first === second && first.includes('Message-ID: <'), server.mails.length);
  fill(1);
  await sendDue();
  ok('the server being sound again, mails go', states() === 'sent 1 0  1', states());
  server.end();
}

async function secrets() {
  const [key, certificate, other] = ['key', 'certificate', 'other'].map((name) => `${folder}/${name}.pem`);
  for (const file of [other, certificate])
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', file,
      '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
  const password = 'hemmelig-passord-4711';
  const plain = await serve();
  const secure = await serve('--tls', certificate, key, '--auth', 'praktikum', password);
  const tls = { smtp_tls: 'required', smtp_ca_file: certificate, smtp_user: 'praktikum', smtp_password: password };
  const unreached = 'waiting 0 0  1, waiting 0 0 unreached 1';
  fill(2);
  configure(plain.port, tls);
  await sendDue();
  ok('TLS required and not offered: nothing goes', states() === unreached && plain.mails.length === 0 && /STARTTLS/i.test(words()), `${states()} ${words()}`);
  fill(2);
  configure(secure.port, { ...tls, smtp_ca_file: other });
  await sendDue();
  ok('a certificate nobody vouches for: nothing goes', states() === unreached && secure.mails.length === 0 && /certificate|SSL/i.test(words()), `${states()} ${words()}`);
  fill(2);
  configure(secure.port, { ...tls, smtp_password: 'feil-passord-0815' });
  const { log } = await sendDue();
  ok('a wrong password: nothing goes, no mail is blamed', states() === unreached && secure.mails.length === 0, states());
  ok('and it stands neither in the log nor in the database', !log.includes('0815') && !words().includes('0815') && /535|denied/i.test(words()), words());
  fill(20);
  configure(secure.port, tls);
  secure.connections = 0;
  await sendDue();
  ok('STARTTLS and the right password: all go', states() === 'sent 1 0  20' && secure.mails.every((mail) => mail.words.join() === 'tls,auth'), `${states()} ${words()}`);
  ok('over one connection', secure.connections === 1, secure.connections);
  fill(2);
  configure(plain.port, { ...tls, smtp_tls: 'optional' });
  await sendDue();
  ok('TLS optional and not offered: they go', states() === 'sent 1 0  2', `${states()} ${words()}`);
  const doctor = () => spawnSync(program, ['doctor'], { env: environment(), cwd: folder, encoding: 'utf8' }).stdout;
  configure(secure.port, tls);
  ok('the doctor says that the server answers', /^ok +mail server/m.test(doctor()), doctor());
  configure(secure.port, { ...tls, smtp_password: 'feil-passord-0815' });
  ok('and when it does not let us in', /^bad +mail server/m.test(doctor()) && !doctor().includes('0815'), doctor());
  plain.end();
  secure.end();
}

// `praktikum jobs` as it runs always, in a process group of its own; resolves when it works.
function work() {
  const child = spawn(program, ['jobs'], { env: environment(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  started.add(child);
  child.ended = new Promise((settle) => child.on('close', settle));
  return new Promise((settle) => {
    child.stderr.on('data', (piece) => { if (String(piece).includes('mail_sent')) settle(child); });
    child.on('close', () => settle(child));
  });
}
async function killed() {
  const count = 1000, ids = fill(count);
  const server = await serve();
  configure(server.port, { smtp_timeout: 5 });
  let kills = 0, seed = 20261122;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  while (number(`SELECT COUNT(*) FROM mail WHERE state = 'waiting'`) > 0 && kills < 12) {
    const child = await work();
    await pause(random() * 150);
    process.kill(-child.pid, 'SIGKILL');
    await child.ended;
    kills++;
    // Its lease has ended: nobody holds these any more.
    instance.sql(`UPDATE mail SET next_at = UTC_TIMESTAMP() WHERE state = 'sending'`);
  }
  for (let tries = 0; tries < 5 && number(`SELECT COUNT(*) FROM mail WHERE state IN ('waiting', 'sending')`) > 0; tries++) {
    due();
    await sendDue();
  }
  const copies = new Map();
  for (const id of server.ids()) copies.set(id, (copies.get(id) ?? 0) + 1);
  const known = new Map(instance.sql(`SELECT m.id, e.uuid, m.state, m.perhaps FROM mail m JOIN event e ON e.id = m.event`)
    .map(([id, uuid, state, perhaps]) => [`<${uuid}.${id}@[127.0.0.1]>`, { state, perhaps: Number(perhaps) }]));
  ok('the sender was killed often, with work left', kills >= 8, kills);
  ok('every message is one of ours', [...copies.keys()].every((id) => known.has(id)) && known.size === ids.length, [...copies.keys()].find((id) => !known.has(id)));
  const missing = [...known].filter(([id, { state }]) => !copies.has(id) && state !== 'failed');
  ok('every mail arrived', missing.length === 0, missing.map(([id]) => id).join(' '));
  ok('or was given up after two doubts, visibly', [...known.values()].every(({ state, perhaps }) => state === 'sent' || (state === 'failed' && perhaps === 2)), states());
  const most = Math.max(...copies.values());
  ok('none more than twice', most <= 2, most);
  const doubled = [...copies].filter(([, times]) => times > 1);
  ok('twice only those that were in doubt', doubled.every(([id]) => known.get(id).perhaps > 0) && doubled.length <= kills, doubled.length);
  console.log(`# ${count} mails, ${kills} kills, ${doubled.length} arrived twice, ${server.connections} connections; ${states()}`);
  server.end();
}

try {
  prepare();
  await letters();
  await refusals();
  await silence();
  await secrets();
  await killed();
} catch (error) {
  ok('faults/mails ran to its end', false, error.stack);
} finally {
  for (const child of started) child.kill('SIGKILL');
  spawnSync(`${root}/conf/run/database`, ['stop', folder]);
}
done();
