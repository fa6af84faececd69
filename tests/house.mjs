// The rules of the house that a reader can check without running anything: sizes, arrows between folders, every route
// its files and every file its route, labels in four languages, nothing left over. Prints `ok` or `not ok` a rule.
import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { join, basename, dirname } from 'node:path';
import { execFileSync } from 'node:child_process';

const languages = ['nb', 'nn', 'sv', 'en'];
let failed = false;
function rule(name, findings) {
  console.log(`${findings.length ? 'not ok' : 'ok'} house ${name}`);
  for (const finding of findings.slice(0, 40)) console.log(`    ${finding}`);
  failed ||= findings.length > 0;
}
const read = (path) => readFileSync(path, 'utf8');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n').filter((path) => path && existsSync(path) && statSync(path).isFile());
const ending = (...ends) => files.filter((path) => ends.some((end) => path.endsWith(end)));
const lines = (path) => read(path).split('\n').length - 1;

// Sizes.
rule('C files have at most 800 lines', ending('.c', '.h').filter((path) => lines(path) > 800).map((path) => `${path}: ${lines(path)}`));
rule('stylesheets have at most 400 lines', ending('.xsl').filter((path) => lines(path) > 400).map((path) => `${path}: ${lines(path)}`));
const long = [];
for (const path of ending('.c')) {
  let start = 0;
  read(path).split('\n').forEach((line, index) => {
    if (line === '{') start = index;
    if (line === '}' && start && index - start - 1 > 80) long.push(`${path}:${start}: ${index - start - 1} lines`);
    if (line === '}') start = 0;
  });
}
rule('functions have at most 80 lines', long);

// Arrows between the folders of fcgi/, and the one folder for each library.
const below = {
  base: [], allocate: ['base'], data: ['base'], view: ['base'], sheet: ['base'], paper: ['base', 'sheet'], workflow: ['base', 'data', 'view', 'allocate'], demo: ['base', 'data', 'allocate'],
  jobs: ['base', 'data', 'view', 'sheet', 'paper', 'workflow', 'allocate'], server: ['base', 'data', 'view', 'sheet', 'workflow'],
  command: ['base', 'data', 'view', 'workflow', 'jobs', 'server', 'demo', 'allocate'],
};
const home = [[/^(libxml|libxslt|libexslt)\//, ['view', 'sheet', 'paper']], [/^z(ip|lib)\.h$/, ['sheet']], [/^qpdf\//, ['paper']], [/^(xmlsec|openssl)\//, ['view']], [/^curl\//, ['jobs', 'command']], [/^(mysql|mariadb|errmsg)/, ['data', 'demo']], [/^(fcgiapp|fcgios|fastcgi)/, ['server']]];
const arrows = [];
for (const path of files.filter((name) => /^fcgi\/[a-z]+\/.*\.[ch]$/.test(name))) {
  const folder = path.split('/')[1];
  for (const [, quoted, angled] of read(path).matchAll(/^#include (?:"([^"]+)"|<([^>]+)>)/gm)) {
    const target = quoted && join(dirname(path), quoted).split('/');
    if (target && target[0] === 'fcgi' && target.length === 3 && target[1] !== folder && !(below[folder] ?? []).includes(target[1]))
      arrows.push(`${path} includes ${quoted}`);
    for (const [library, folders] of home)
      if (angled && library.test(angled) && !folders.includes(folder)) arrows.push(`${path} includes <${angled}>`);
  }
}
rule('includes follow the arrows', arrows);
rule('every folder of fcgi has its README', readdirSync('fcgi', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !existsSync(`fcgi/${entry.name}/README.md`)).map((entry) => `fcgi/${entry.name}`));

// Routes.
const routes = [...read('fcgi/routes.def').matchAll(/^(PAGE|ACTION|FILE|FEED|ATOM|PRINT|INBOUND)\("([^"]+)", *([a-z]+), *([a-z_]+), *(.*)\)$/gm)]
  .map(([, kind, path, area, name, rest]) => ({ kind, path, area, name, form: kind === 'ACTION' ? rest.split(',')[0].trim() : kind === 'PRINT' ? 'print' : null, rest }));
rule('routes.def is read whole', routes.length === (read('fcgi/routes.def').match(/^(PAGE|ACTION|FILE|FEED|ATOM|PRINT|INBOUND)\(/gm) ?? []).length && routes.length > 50 ? [] : [`${routes.length} rows understood`]);
const rooms = [...read('conf/nginx/nginx.conf').matchAll(/location ~ (\S+) \{/g)].map(([, address]) => new RegExp(address));
rule('what is large has its room in nginx', routes.filter(({ kind, path }) => /FILE|FEED|ATOM|INBOUND/.test(kind) && !rooms.some((room) => room.test(path.replace(/\{\w+\}/g, '1')))).map(({ path }) => path));
const areas = [...new Set(routes.map((route) => route.area))];
const workflow = ending('.c').filter((path) => path.startsWith('fcgi/workflow/')).map(read).join('\n');
const lacking = [];
for (const { kind, path, area, name, form, rest } of routes) {
  for (const file of [`sql/${area}/${name}.sql`, ...(kind === 'FILE' ? [] : kind === 'FEED' ? [`xslt/schemas/${name}-1.rnc`] : kind === 'INBOUND' ? [`xslt/schemas/${area}-${name.replace(/_/g, '-')}-1.rnc`] : [`xslt/${area}/${name}${kind === 'PRINT' ? '.fo' : kind === 'ATOM' || /KEYED\(notices/.test(rest) ? '.atom' : /KEYED/.test(rest) ? '.ics' : kind === 'PAGE' && /PARTNER/.test(rest) ? '.elmo' : ''}.xsl`]), ...(form ? [`xslt/forms/${form}.xml`] : [])])
    if (!existsSync(file)) lacking.push(`${path}: no ${file}`);
  if ((kind === 'ACTION' || kind === 'INBOUND') && !new RegExp(`\\b${area}_${name}\\(struct action`).test(workflow)) lacking.push(`${path}: no ${area}_${name}()`);
}
rule('every route has its files and function', lacking);
const astray = [];
for (const area of areas) {
  for (const [folder, end] of [['sql', '.sql'], ['xslt', '.xsl']])
    for (const path of ending(end).filter((name) => name.startsWith(`${folder}/${area}/`)))
      if (!routes.some((route) => route.area === area && route.name === basename(path, end).replace(/\.(ics|atom|csv|fo|elmo)$/, '')) && path !== 'xslt/prints/ask.xsl') astray.push(path);
}
for (const path of ending('.xml').filter((name) => name.startsWith('xslt/forms/')))
  if (!routes.some((route) => route.form === basename(path, '.xml'))) astray.push(path);
rule('no file lacks a route', astray);
const statements = ending('.sql').filter((name) => name.startsWith('sql/')).map(read).join('');
rule('no fragment is left over', ending('.sql').filter((name) => name.startsWith('sql/fragments/')).map((path) => basename(path, '.sql'))
  .filter((name) => !statements.includes(`{{${name}}}`) && name !== 'occurrences_all')); // the demonstration's
const open = routes.filter((route) => /\bPUBLIC\b/.test(route.rest)).map((route) => route.path).sort().join(' ');
rule('only these are public: /developers /language /password/forgotten /sign-in /verify', open === '/developers /language /password/forgotten /sign-in /verify' ? [] : [open]);
const keyed = [...new Set(routes.flatMap((route) => [...route.rest.matchAll(/LINK\((\w+)/g)].map((match) => match[1])))];
rule('every purpose of a link has its row', keyed.filter((purpose) => !existsSync(`sql/keys/${purpose}.sql`)));
const things = new Set(routes.flatMap((route) => [...route.rest.matchAll(/(?:VIEW|MAY)\((\w+)/g)].map((match) => match[1])));
rule('every thing has its rights', [...things].filter((thing) => !existsSync(`sql/rights/${thing}.sql`)));

// Mails: each kind has its letter, its words, and its place in the queue's filter.
const queue = read('xslt/mails/mails.xsl'), words = ending('.xml').filter((name) => name.startsWith('xslt/i18n/')).map(read).join('');
rule('every kind of mail is whole', ending('.sql').filter((name) => name.startsWith('sql/mail/')).map((path) => basename(path, '.sql')).flatMap((kind) => [
  ...(existsSync(`xslt/mail/${kind}.xsl`) ? [] : [`${kind}: no letter`]),
  ...['subject', 'text'].filter((part) => !words.includes(`key="mail.${kind}.${part}"`)).map((part) => `${kind}: no label mail.${kind}.${part}`),
  ...(words.includes(`key="mail_kind.${kind}"`) ? [] : [`${kind}: no label mail_kind.${kind}`]),
  ...(new RegExp(`[' ]${kind}[' ]`).test(queue) ? [] : [`${kind}: not in the filter of xslt/mails/mails.xsl`])]));

// Labels.
const untold = [];
const labels = new Map();
for (const path of ending('.xml').filter((name) => name.startsWith('xslt/i18n/'))) {
  for (const [, key, body] of read(path).matchAll(/<label\b[^>]*\bkey="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g)) {
    if (labels.has(key)) untold.push(`${path}: ${key} is also in ${labels.get(key)}`);
    labels.set(key, path);
    for (const language of languages)
      if (!new RegExp(`<${language}\\b[^>]*>\\s*\\S`).test(body)) untold.push(`${path}: ${key} has no ${language}`);
  }
}
rule('every label is in all four languages', labels.size ? untold : ['no labels were read']);

// Events: what partners are told of each kind is decided (feed_kind), and histories have words for it.
const decided = ending('.sql').filter((name) => name.startsWith('sql/migrate/')).flatMap((path) => [...read(path).matchAll(/INSERT INTO feed_kind [^;]*;/g)])
  .flatMap(([statement]) => [...statement.matchAll(/\('([a-z_.]+)', '[a-z]+', [01], [01]\)/g)].map((match) => match[1]));
const worded = [...labels.keys()].filter((key) => key.startsWith('event.')).map((key) => key.slice(6));
const written = ending('.c').filter((name) => name.startsWith('fcgi/')).map(read).join('\n').matchAll(/action_event(?:_alone)?\(\w+,\s*([^;]*?),\s*"/g);
const kinds = new Set([...worded, ...[...written].flatMap(([, kind]) => [...kind.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map((match) => match[1]))]);
rule('each kind of event is told to partners, or not', kinds.size > 100 ? [
  ...[...kinds].filter((kind) => !decided.includes(kind)).map((kind) => `${kind}: no row of feed_kind`),
  ...decided.filter((kind) => !worded.includes(kind)).map((kind) => `${kind}: a row of feed_kind, but no label event.${kind}`)] : [`${kinds.size} kinds`]);

// Nothing left over, nothing of one machine.
const text = files.filter((path) => !/\.(png|ico|woff2)$/.test(path) && path !== 'tests/house.mjs');
const grep = (pattern, paths = text) => paths.flatMap((path) => read(path).split('\n')
  .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])));
rule('nothing is left to do', grep(/\b(TODO|FIXME|XXX|HACK)\b/));
rule('no path of one machine, no registry host', grep(/\/work\/|\/home\/[a-z]|registry\.(npmjs|yarnpkg)|deb\.debian\.org/));
rule('stylesheets never disable escaping', grep(/disable-output-escaping\s*=/, ending('.xsl')));
rule('stylesheets hold no inline style or script', grep(/<script\b[^>]*>[^<]|\sstyle="|\son[a-z]+="/, ending('.xsl')));
rule('the workers never lock tables or take named locks', grep(/\b(LOCK TABLES|GET_LOCK|CREATE TRIGGER|CREATE PROCEDURE|MyISAM)\b/i, ending('.sql')));
process.exit(failed ? 1 : 0);
