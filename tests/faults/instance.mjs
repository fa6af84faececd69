// Instances: start and stop, side by side, after a crash, in a deep folder; nothing of them is left, nothing else is touched.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { Client, Instance, build, done, ok, pause, people, request, root } from '../support.mjs';

const mode = (path) => (statSync(path).mode & 0o777).toString(8);
const alive = (pid) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
// Every process that works in the folder.
const inside = (folder) => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).stdout.trim().startsWith(folder) && line !== '' && alive(pid);
  } catch {
    return false;
  }
});
const started = (folder) => readFileSync(`${folder}/run/processes`, 'utf8').split('\n').filter(Boolean).map((line) => Number(line.split(' ')[1]));

const one = new Instance('faults-instance');
// Deeper than the 107 bytes of a socket's name.
const two = new Instance(`faults-${'deep-'.repeat(12)}/${'folder-'.repeat(8)}/var`);
const top = `${build}/check/faults-${'deep-'.repeat(12)}`;
try {
  // From nothing, with what it prints.
  const printed = await one.start();
  ok('it prints its address', printed.includes(`${one.url}/`), printed);
  ok('and a sign-in for every role', Object.entries(people).every(([, email]) => printed.includes(email)), printed);
  ok('the configuration with its passwords is 0600', mode(`${one.folder}/praktikum.conf`) === '600', mode(`${one.folder}/praktikum.conf`));
  ok('the key is 0600, and so is the database closed', mode(`${one.folder}/keys/identity`) === '600' && mode(`${one.folder}/database`) === '700');
  const listening = spawnSync('sh', ['-c', `cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == "0A" { print $2 }'`], { encoding: 'utf8' }).stdout;
  const port = one.port.toString(16).toUpperCase().padStart(4, '0');
  ok('it listens on 127.0.0.1 only', listening.includes(`0100007F:${port}`) && !listening.includes(`00000000:${port}`), listening);
  ok('no password stands in a process title', started(one.folder).every((pid) => !readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(/^database_password *= *(.*)$/m.exec(readFileSync(`${one.folder}/praktikum.conf`, 'utf8'))[1])));

  // A second beside it.
  await two.start();
  ok('a second instance lives beside the first, in a deep folder', (await request(`${two.url}/sign-in`)).status === 200 && (await request(`${one.url}/sign-in`)).status === 200);
  ok('each has its own people signed in', (await (await new Client(one.url).signIn(people.student)).get('/')).status === 200
    && (await (await new Client(two.url).signIn(people.student)).get('/')).status === 200);
  const busy = one.run('start', `${build}/check/faults-busy`, String(one.port));
  ok('a busy port is told', busy.status !== 0 && busy.stderr.includes(String(one.port)) && inside(`${build}/check/faults-busy`).length === 0, busy.stdout + busy.stderr);
  const twice = one.run('start', one.folder, String(one.port + 1));
  ok('a second start of the same VAR is refused', twice.status !== 0 && twice.stderr.includes('make stop'), twice.stdout + twice.stderr);
  ok('and does the running one no harm', (await request(`${one.url}/sign-in`)).status === 200);

  // Stopping one.
  const own = started(one.folder), others = started(two.folder);
  one.stop();
  await pause(300);
  ok('stop ends everything it started', own.every((pid) => !alive(pid)) && inside(one.folder).length === 0, inside(one.folder).join());
  ok('and nothing else', others.every(alive) && (await request(`${two.url}/sign-in`)).status === 200);

  // Of an older version: nothing is said of prints and signatures, and the demonstration has no partners.
  const settings = `${one.folder}/praktikum.conf`;
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^(fop_settings|elmo_key|elmo_certificate) *=.*\n/gm, ''));
  const old = await one.start({ fresh: false });
  ok('an instance of an older version is told where prints have their settings', /^fop_settings = .*conf\/fop\/fop\.xconf$/m.test(readFileSync(settings, 'utf8')));
  ok('and the demonstration that ELMO is signed', /^elmo_key = keys\/elmo$/m.test(readFileSync(settings, 'utf8')));
  one.sql('UPDATE partner_key SET revoked_at = UTC_TIMESTAMP() WHERE partner = 1');
  one.stop();
  const without = await one.start({ fresh: false });
  ok('keys are printed that count, no others', old.includes('1-Praktikum-demo') && !without.includes('1-Praktikum-demo') && without.includes('2-Praktikum-demo'), without);
  ok('and a setting that is there is not said twice', readFileSync(settings, 'utf8').match(/^fop_settings/gm).length === 1);
  one.stop();

  // Starting again: to the first page.
  const began = performance.now();
  await one.start({ fresh: false });
  const first = await request(`${one.url}/sign-in`);
  const seconds = (performance.now() - began) / 1000;
  ok('from a second start to the first page it takes at most 5 s', first.status === 200 && seconds <= (process.env.PRAKTIKUM?.includes('/check/') ? 15 : 5), `${seconds.toFixed(1)} s`);
  console.log(`    second start: ${seconds.toFixed(1)} s`);

  // The program that started it all is killed; the parts go with it.
  const parent = Number(readFileSync(`${one.folder}/run/pid`, 'utf8').split(' ')[0]);
  const parts = started(one.folder);
  process.kill(parent, 'SIGKILL');
  for (let waited = 0; waited < 150 && parts.some(alive); waited++) await pause(100);
  ok('when the run is killed its parts end by themselves', parts.every((pid) => !alive(pid)), parts.filter(alive).join());
  await one.start({ fresh: false });
  ok('and the next start is not in its way', (await request(`${one.url}/sign-in`)).status === 200);

  // A part killed is started again.
  const web = one.pid('nginx');
  process.kill(web, 'SIGKILL');
  const mended = () => { try { return one.pid('nginx') !== web; } catch { return false; } };
  for (let waited = 0; waited < 100 && !mended(); waited++) await pause(100);
  await pause(500);
  ok('a part that ends by itself is started again', mended() && (await request(`${one.url}/sign-in`)).status === 200);
  one.stop();

  // Stale lists: other people's pids stay untouched.
  const bystander = spawn('sleep', ['60']);
  writeFileSync(`${one.folder}/run/processes`, `database ${bystander.pid} 1\nworkers 999999 5\n`);
  writeFileSync(`${one.folder}/run/pid`, `${bystander.pid} 1\n`);
  await one.start({ fresh: false });
  ok('a stale list does not hinder, and its pids are left alone', alive(bystander.pid) && (await request(`${one.url}/sign-in`)).status === 200);
  one.stop();
  bystander.kill();

  // In the foreground, ended by Ctrl-C as a terminal sends it: to the whole group.
  const run = spawn('setsid', ['--wait', `${root}/conf/run/instance`, 'run', one.folder, String(one.port)], { env: one.environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  run.stdout.on('data', (piece) => { text += piece; });
  for (let waited = 0; waited < 300 && !text.includes('Ctrl-C'); waited++) await pause(100);
  const group = Number(readFileSync(`${one.folder}/run/pid`, 'utf8').split(' ')[0]);
  const last = started(one.folder);
  process.kill(-group, 'SIGINT');
  await new Promise((end) => run.on('exit', end));
  ok('Ctrl-C ends the run and everything it started', last.every((pid) => !alive(pid)) && inside(one.folder).length === 0, inside(one.folder).join());
  ok('the port is free again', await new Promise((settle) => { const probe = net.connect(one.port, '127.0.0.1', () => { probe.destroy(); settle(false); }); probe.on('error', () => settle(true)); }));

  // Without demonstration data.
  const bare = new Instance('faults-bare', { environment: { DEMO: 'no' } });
  const output = await bare.start();
  ok('DEMO=no starts without people and without sign-ins', bare.sql('SELECT COUNT(*) FROM person')[0][0] === '0' && !output.includes('@demo.example'), output);
  ok('and shows none on the sign-in page', !(await request(`${bare.url}/sign-in`)).body.includes('@demo.example'));
  bare.stop();
} catch (error) {
  ok('faults/instance ran to its end', false, error.stack);
} finally {
  one.stop();
  two.stop();
  if (existsSync(top)) rmSync(top, { recursive: true });
}
done();
