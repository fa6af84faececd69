// The allocation's part of `make bench`: lines of name, seconds, MB, students placed, objective. Seconds of the processor,
// the best of five runs, since the two cores are shared: solving with the certificate; of allocate-withdraw solving again,
// from the earlier result, when the unit with most students withdraws. MB: the most that the process ever held, the instance and
// its reading included. `lemon-30000`: LEMON's network simplex with all arcs on the same instance, once, of which
// `allocate-ratio` is how many times longer it took.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { build } from '../support.mjs';

const program = `${build}/praktikum`, runs = 5;
function run(file, words, options = {}) {
  const { stdout, stderr, status } = spawnSync(file, words, { encoding: 'utf8', timeout: 300000, ...options });
  if (status !== 0) throw new Error(`${file} ${words.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

// What the program said, by name; with --withdraw the second run's words replace the first's.
function solve(file, option) {
  const said = Object.fromEntries(run(program, ['allocate', option, file]).split('\n').map((line) => line.split('\t')).map(([name, ...rest]) => [name, rest]));
  return { seconds: Number(said.seconds[0]), solving: Number(said.seconds[1].split(' ')[0]), megabytes: Number(said.MB[0]),
    placed: Number(said.placed[0]), objective: said.objective[0], proof: said.certificate[0] };
}

export function measureAllocation(must) {
  const folder = mkdtempSync(join(tmpdir(), 'praktikum-'));
  const print = (name, { seconds, megabytes, placed, objective }) => console.log([name, seconds.toFixed(4), megabytes.toFixed(1), placed, objective].join('\t'));
  function sample(name, ...shape) {
    const file = join(folder, name), output = openSync(file, 'w');
    run(program, ['allocate', '--make', ...shape.map(String)], { stdio: ['ignore', output, 'pipe'] });
    closeSync(output);
    return file;
  }
  function measure(name, file, seconds, megabytes, option = '--summary') {
    const all = Array.from({ length: runs }, () => solve(file, option));
    if (option === '--withdraw') for (const one of all) one.seconds = one.solving;
    const best = all.reduce((a, b) => (b.seconds < a.seconds ? b : a));
    print(name, best);
    must(`${name}: proven, and the same each time`, all.every((one) => one.proof.startsWith('holds') && one.objective === best.objective), best.proof);
    must(`${name}: at most ${seconds} s and ${megabytes} MB`, best.seconds <= seconds && best.megabytes <= megabytes, `${best.seconds.toFixed(4)} s, ${best.megabytes} MB`);
    return best;
  }
  try {
    measure('allocate-300', sample('300', 300, 40, 5), 0.01, 64);
    measure('allocate-3000', sample('3000', 3000, 300, 10), 0.025, 64);
    const largest = sample('30000', 30000, 3000, 10);
    const best = measure('allocate-30000', largest, 1, 64);
    measure('allocate-30000-short', sample('short', 30000, 3000, 10, 900), 3, 64);
    measure('allocate-withdraw', largest, 0.05, 64, '--withdraw');
    measure('allocate-rank-3000', sample('rank', 3000, 300, 10, 1020, 'rank_maximal'), 0.5, 64);
    const [built, solved, megabytes, arcs, placed, objective] = run(`${build}/check/tests/load/lemon`, [largest]).trim().split('\t');
    const lemon = Number(built) + Number(solved);
    print('lemon-30000', { seconds: lemon, megabytes: Number(megabytes), placed, objective });
    console.log(['allocate-ratio', (lemon / best.seconds).toFixed(1)].join('\t'));
    must(`LEMON, with ${arcs} arcs, finds the same objective`, best.objective.startsWith(`${objective} `), `${objective} | ${best.objective}`);
    must('LEMON takes at least 15 times as long', lemon >= 15 * best.seconds, (lemon / best.seconds).toFixed(1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
