// The database killed and hung: what was acknowledged is there, once; the user is told; all is well soon after.
import { Client, Instance, done, elements, ok, pause, people } from '../support.mjs';

const instance = new Instance('faults-database');

// Until a page answers 200 again: milliseconds it took.
async function recovery(client, path, limit) {
  const began = performance.now();
  while (performance.now() - began < limit) {
    if ((await client.get(path)).status === 200) break;
    await pause(100);
  }
  return performance.now() - began;
}

// Draft orders of an activity of institution 1, one a site, made by the page that orders from many sites.
async function drafts(client, count) {
  const [[activity]] = instance.sql(`SELECT id FROM activity WHERE institution = 1 AND cancelled_at IS NULL AND starts > CURRENT_DATE ORDER BY id DESC LIMIT 1`);
  const form = await client.form(`/activities/${activity}/order`);
  const sites = elements(form.xml, 'site').map((site) => site.id).filter(Boolean).slice(0, count);
  while (instance.sql(`SELECT COUNT(*) FROM placement_order WHERE activity = ${activity} AND state = 'draft'`)[0][0] < count) {
    const fields = Object.fromEntries(sites.map((site) => [`places-${site}`, '2']));
    const answer = await client.submit(`/activities/${activity}/order`, fields);
    if (answer.status !== 303) throw new Error(`ordering answered ${answer.status}: ${answer.body.slice(0, 500)}`);
  }
  return instance.sql(`SELECT id FROM placement_order WHERE activity = ${activity} AND state = 'draft' ORDER BY id LIMIT ${count}`).map(([id]) => Number(id));
}

try {
  await instance.start();
  const client = await new Client(instance.url).signIn(people.placement_administrator);

  // Killed in the middle of orders being sent.
  const orders = await drafts(client, 40);
  const forms = [];
  for (const order of orders) forms.push({ order, ...(await client.form(`/orders/${order}/send`)) });
  const send = ({ order, token, version }) => client.post(`/orders/${order}/send`, { token, due_on: due, ...(version ? { version } : {}) });
  const due = new Date(Date.now() + 20 * 86400000).toISOString().slice(0, 10);
  const inLanguage = (body) => body.includes(`<html lang="${client.cookies.lang}"`);
  const acknowledged = new Set(), unknown = [];
  let sent = 0;
  const queue = [...forms];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let form = queue.shift(); form; form = queue.shift()) {
      if (sent++ === 14) process.kill(instance.pid('database'), 'SIGKILL');
      const answer = await send(form);
      if (answer.status === 303) acknowledged.add(form.order);
      else unknown.push([form, answer]);
    }
  }));
  ok('orders were acknowledged before the kill and refused after it', acknowledged.size > 0 && unknown.length > 0, `${acknowledged.size}, ${unknown.length}`);
  ok('what failed was told as 503 with a page', unknown.every(([, answer]) => answer.status === 503 && inLanguage(answer.body)), unknown.map(([, answer]) => answer.status).join(' '));
  ok('the 503 says when to come back', unknown.every(([, answer]) => answer.headers['retry-after']), JSON.stringify(unknown[0]?.[1].headers));
  const milliseconds = await recovery(client, '/orders', 20000);
  ok('the database is back and serves within 10 s', milliseconds < 10000, Math.round(milliseconds));
  const states = Object.fromEntries(instance.sql(`SELECT o.id, o.state, (SELECT COUNT(*) FROM event e WHERE e.thing = 'order' AND e.thing_id = o.id AND e.kind = 'order.sent')
    FROM placement_order o WHERE o.id IN (${orders.join()})`).map(([id, state, events]) => [id, { state, events: Number(events) }]));
  ok('every acknowledged order is there', [...acknowledged].every((order) => states[order].state === 'sent' && states[order].events === 1), JSON.stringify(states));
  ok('no order is half sent', orders.every((order) => (states[order].state === 'sent') === (states[order].events === 1)), JSON.stringify(states));
  // The same forms once more: done ones give the same answer, the others are done now.
  const again = [];
  for (const form of forms) again.push(await send(form));
  ok('submitting the same forms again succeeds', again.every((answer) => answer.status === 303), again.map((answer) => answer.status).join(' '));
  const after = instance.sql(`SELECT o.state, (SELECT COUNT(*) FROM event e WHERE e.thing = 'order' AND e.thing_id = o.id AND e.kind = 'order.sent') FROM placement_order o WHERE o.id IN (${orders.join()})`);
  ok('now every order is sent, and none twice', after.length === orders.length && after.every(([state, events]) => state === 'sent' && events === '1'), JSON.stringify(after));
  const [[doubled]] = instance.sql('SELECT COUNT(*) FROM (SELECT 1 FROM mail GROUP BY event, person, kind HAVING COUNT(*) > 1) d');
  ok('no mail is there twice', doubled === '0', doubled);

  // Hung.
  process.kill(instance.pid('database'), 'SIGSTOP');
  const hung = await Promise.all(Array.from({ length: 6 }, () => client.get('/calendar')));
  const health = await client.get('/health');
  process.kill(instance.pid('database'), 'SIGCONT');
  ok('a hung database gives 503', hung.every((answer) => answer.status === 503), hung.map((answer) => answer.status).join(' '));
  // Two workers take six requests in three turns; each turn must end in 5 s.
  ok('a request is refused within 5 s', Math.min(...hung.map((answer) => answer.milliseconds)) < 5000, hung.map((answer) => Math.round(answer.milliseconds)).join(' '));
  ok('the last of six on two workers within 15 s', Math.max(...hung.map((answer) => answer.milliseconds)) < 15000, hung.map((answer) => Math.round(answer.milliseconds)).join(' '));
  ok('the 503 page is in the language and has the request id', inLanguage(hung[0].body) && /\b[0-9a-f]{32}\b/.test(hung[0].body), hung[0].body.slice(0, 300));
  ok('/health tells of it', health.status === 503, health.status);
  const again2 = await recovery(client, '/calendar', 10000);
  ok('it recovers within 5 s', again2 < 5000, Math.round(again2));
  ok('nobody was signed out', (await client.get('/')).status === 200);
} catch (error) {
  ok('faults/database ran to its end', false, error.stack);
} finally {
  instance.stop();
}
done();
