// What the tests outside the program share: a client with a cookie jar, the demonstration sign-ins, `ok` and `not ok`,
// and instances of a test's own. Addresses are on this machine only.
import http from 'node:http';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
export const build = resolve(root, process.env.BUILD ?? 'build');
export const languages = ['nb', 'nn', 'sv', 'en'];
export const password = 'Praktikum-demo-1';
// One a role; the first eight belong to institution 1 and site 1.
export const people = {
  system_administrator: 'admin@demo.example', placement_administrator: 'praksis@demo.example',
  placement_adviser: 'radgiver@demo.example', institution_coordinator: 'koordinator@demo.example',
  lecturer: 'underviser@demo.example', site_administrator: 'stedsadmin@demo.example',
  site_coordinator: 'stedskoordinator@demo.example', supervisor: 'veileder@demo.example', student: 'student@demo.example',
  exam_planner: 'eksamensplanlegger@demo.example', assessor: 'bedommer@demo.example', examiner: 'sensor@demo.example',
};
export const others = {
  placement_administrator: 'praksis2@demo.example', site_coordinator: 'stedskoordinator2@demo.example',
  third_site: 'stedskoordinator3@demo.example',
};

let failures = 0;
// ok(NAME, CONDITION, WHAT-WAS-SEEN): one line a test.
export function ok(name, condition, seen = '') {
  console.log(`${condition ? 'ok' : 'not ok'} ${name}${condition || seen === '' ? '' : `\n    seen: ${String(seen).slice(0, 600)}`}`);
  if (!condition) failures++;
  return Boolean(condition);
}
export function done() {
  process.exit(failures ? 1 : 0);
}
export const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

// Idle connections are let go before nginx does so: a request on one that has just ended would look like a failure.
const agent = new http.Agent({ keepAlive: true, maxSockets: 64, timeout: 10000 });
// request(URL, {method, headers, body, timeout}) → {status, headers, body, milliseconds}; status 0 when there was no answer.
export function request(url, { method = 'GET', headers = {}, body = '', timeout = 30000, agent: own = agent } = {}) {
  return new Promise((settle) => {
    const began = performance.now();
    const end = (answer) => settle({ headers: {}, body: '', milliseconds: performance.now() - began, ...answer });
    const call = http.request(url, { method, headers, agent: own, timeout }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => end({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces).toString() }));
      answer.on('error', (error) => end({ status: 0, body: String(error) }));
    });
    call.on('timeout', () => call.destroy(new Error('timeout')));
    call.on('error', (error) => end({ status: 0, body: String(error) }));
    call.end(body);
  });
}

export const attribute = (xml, element, name) => {
  const match = new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`).exec(xml);
  return match && match[1].replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
};
// Every element of a name as an object of its attributes.
export const elements = (xml, name) => [...xml.matchAll(new RegExp(`<${name}(\\s[^>]*?)?/?>`, 'g'))].map(([, text = '']) =>
  Object.fromEntries([...text.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])));

// A person at a browser: cookies, forms with their tokens.
export class Client {
  constructor(url = process.env.PRAKTIKUM_URL, language = 'en') {
    this.url = url;
    this.cookies = { lang: language };
  }
  async request(path, options = {}) {
    const headers = { Cookie: Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers };
    const answer = await request(this.url + path, { ...options, headers });
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value === '' || /max-age=0\b/i.test(cookie)) delete this.cookies[name];
      else this.cookies[name] = value;
    }
    return answer;
  }
  get(path) {
    return this.request(path);
  }
  // post(PATH, FIELDS): fields as an object or as pairs; nothing is added.
  post(path, fields = {}, options = {}) {
    const body = new URLSearchParams(fields).toString();
    return this.request(path, { method: 'POST', body, ...options, headers: {
      'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body), Origin: this.url, ...options.headers } });
  }
  // The form of a page, as its document has it: {token, version, xml, …fields with their values}.
  async form(path) {
    const [address, query] = path.split('?');
    const answer = await this.get(`${address === '/' ? '/index' : address}.xml${query ? `?${query}` : ''}`);
    return { status: answer.status, xml: answer.body, token: attribute(answer.body, 'form', 'token'),
      version: elements(answer.body, 'field').find((field) => field.name === 'version')?.value };
  }
  // submit(PATH, FIELDS): with the page's token and version.
  async submit(path, fields = {}, options = {}) {
    const form = await this.form(path);
    const whole = { token: form.token ?? '', ...(form.version === undefined ? {} : { version: form.version }), ...fields };
    return this.post(path.split('?')[0], whole, options);
  }
  // upload(PATH, FIELDS, NAME, TEXT): the page's form with a file, as browsers send it; `field` is the file's.
  async upload(path, fields, name, text, field = 'file') {
    const form = await this.form(path), boundary = '----praktikum5c1d';
    const parts = Object.entries({ token: form.token ?? '', ...fields })
      .map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`);
    const body = Buffer.from(`${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n`
      + `Content-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`);
    return this.request(path.split('?')[0], { method: 'POST', body, headers: {
      'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Length': body.length, Origin: this.url } });
  }
  async signIn(email) {
    const answer = await this.submit('/sign-in', { email, password });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status} ${answer.body.slice(0, 300)}`);
    return this;
  }
}
export const signedIn = (email, url, language) => new Client(url, language).signIn(email);

// routes(): every row of routes.def as the program knows it.
export function routes() {
  return [...readFileSync(`${root}/fcgi/routes.def`, 'utf8').matchAll(/^(PAGE|ACTION|FILE|FEED|ATOM|PRINT)\("([^"]+)", *([a-z]+), *([a-z_]+), *(.*?), *"([^"]*)"\)$/gm)]
    .map(([, kind, path, area, name, rest, parameters]) => ({ kind, path, area, name, parameters,
      form: kind === 'ACTION' ? rest.split(',')[0].trim() : null, access: kind === 'ACTION' ? rest.replace(/^[^,]*, */, '') : rest }));
}

export const freePort = () => new Promise((settle) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => settle(port));
  });
});

// An instance of a test's own, with the program of the environment; start, sql, processes, stop.
export class Instance {
  constructor(name, { students = 300, environment = {}, settings = {} } = {}) {
    Object.assign(this, { folder: `${build}/check/${name}`, students, settings });
    this.environment = { ...process.env, RATE: '100000', ...environment };
  }
  run(...words) {
    return spawnSync(`${root}/conf/run/instance`, words, { env: this.environment, encoding: 'utf8', timeout: 600000 });
  }
  async start({ fresh = true } = {}) {
    if (fresh) {
      this.run('stop', this.folder);
      execFileSync('rm', ['-rf', this.folder]);
    }
    this.port = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    if (fresh && Object.keys(this.settings).length) {
      execFileSync('bash', ['-c', `. conf/run/lib.sh; mkdir -p "$1" && cd "$1" && prepare_database`, 'x', this.folder], { cwd: root, env: this.environment });
      this.set(this.settings);
    }
    const answer = this.run('start', this.folder, String(this.port), String(this.students));
    if (answer.status !== 0) throw new Error(`the instance did not start:\n${answer.stdout}${answer.stderr}`);
    return answer.stdout;
  }
  // Settings of praktikum.conf, for the next start.
  set(settings) {
    for (const [name, value] of Object.entries(settings))
      execFileSync('bash', ['-c', `sed -i "/^$2 *=/d" "$1" && echo "$2 = $3" >>"$1"`, 'x', `${this.folder}/praktikum.conf`, name, String(value)]);
  }
  stop() {
    return this.run('stop', this.folder);
  }
  // Rows as arrays of text.
  sql(statement) {
    const output = execFileSync('bash', ['-c', '. conf/run/lib.sh; cd "$1"; sql praktikum', 'x', this.folder], { cwd: root, input: statement, encoding: 'utf8' });
    return output.split('\n').filter(Boolean).map((line) => line.split('\t'));
  }
  pid(name) {
    const line = readFileSync(`${this.folder}/run/processes`, 'utf8').split('\n').find((text) => text.startsWith(`${name} `));
    return Number(line.split(' ')[1]);
  }
  // The worker processes: leaves of the tree below the holder.
  workers() {
    const children = (pid) => {
      const path = `/proc/${pid}/task/${pid}/children`;
      return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
    };
    const leaves = (pid) => {
      const below = children(pid);
      return below.length ? below.flatMap(leaves) : [pid];
    };
    return children(this.pid('workers')).flatMap(leaves);
  }
  log(name) {
    return readFileSync(`${this.folder}/log/${name}.log`, 'utf8');
  }
}
