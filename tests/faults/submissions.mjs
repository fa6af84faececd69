// The same form many times at once, and two people on the same thing: one effect, no server error, a clear page.
import { Client, Instance, done, elements, ok, people } from '../support.mjs';

const instance = new Instance('faults-submissions');
const count = (where) => Number(instance.sql(`SELECT COUNT(*) FROM event WHERE ${where}`)[0][0]);

try {
  await instance.start();
  const institution = await new Client(instance.url).signIn(people.placement_administrator);
  const site = await new Client(instance.url).signIn(people.site_coordinator);

  // Twenty times the same new activity: nothing but the token holds them together.
  const [[instanceId, starts, ends]] = instance.sql(`SELECT id, starts, ends FROM course_instance WHERE institution = 1 ORDER BY starts DESC, id LIMIT 1`);
  const fresh = await institution.form(`/activities/new?instance=${instanceId}`);
  const names = elements(fresh.xml, 'field').map((field) => field.name);
  const typed = { token: fresh.token, name: 'Twenty at once', instance: instanceId, course_instance: instanceId, starts, ends, places_wanted: '12', places: '12' };
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => name === 'token' || names.includes(name)));
  const twenty = await Promise.all(Array.from({ length: 20 }, () => institution.post('/activities/new', fields)));
  ok('twenty identical submissions all get the same redirect', twenty.every((answer) => answer.status === 303) && new Set(twenty.map((answer) => answer.headers.location)).size === 1,
    twenty.map((answer) => `${answer.status} ${answer.headers.location ?? answer.body.replace(/\s+/g, ' ').slice(0, 200)}`).join('\n'));
  const [[made]] = instance.sql(`SELECT COUNT(*) FROM activity WHERE name = 'Twenty at once'`);
  ok('one activity was made', made === '1', made);
  const activity = Number(/(\d+)/.exec(twenty[0].headers.location ?? '0')[1]);
  ok('and one event', count(`kind = 'activity.created' AND thing_id = ${activity}`) === 1, count(`kind = 'activity.created' AND thing_id = ${activity}`));

  // Twenty times the same answer to an order.
  const [[order, unit]] = instance.sql(`SELECT o.id, (SELECT u.id FROM unit u WHERE u.site = o.site AND u.closed_on IS NULL ORDER BY u.id LIMIT 1)
    FROM placement_order o JOIN activity a ON a.id = o.activity WHERE o.site = 1 AND o.state = 'sent' AND a.cancelled_at IS NULL ORDER BY o.id DESC LIMIT 1`);
  const answer = await site.form(`/orders/${order}/answer`);
  const capacity = { token: answer.token, version: answer.version, [`capacity-${unit}`]: '1' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => site.post(`/orders/${order}/answer`, capacity)));
  ok('twenty identical answers all get the same redirect', answers.every((one) => one.status === 303), answers.map((one) => one.status).join(' '));
  ok('the order was answered once', count(`kind = 'order.answered' AND thing_id = ${order}`) === 1, count(`kind = 'order.answered' AND thing_id = ${order}`));
  const [[confirmed]] = instance.sql(`SELECT places_confirmed FROM placement_order WHERE id = ${order}`);
  ok('with its capacity', confirmed === '1', confirmed);
  const other = await site.post(`/orders/${order}/answer`, { ...capacity, [`capacity-${unit}`]: '2' });
  ok('the used token with another content is not taken for the first', other.status >= 400 && other.status < 500, other.status);
  ok('and changes nothing', instance.sql(`SELECT places_confirmed FROM placement_order WHERE id = ${order}`)[0][0] === '1');

  // Two editors of the same activity.
  const second = await new Client(instance.url).signIn(people.placement_administrator);
  const path = `/activities/${activity}/edit`;
  const [one, two] = [await institution.form(path), await second.form(path)];
  const whole = (form, name) => ({ ...Object.fromEntries(elements(form.xml, 'field').filter((field) => field.value !== undefined).map((field) => [field.name, field.value])), token: form.token, name });
  const early = await institution.post(path, whole(one, 'The first editor was here'));
  const late = await second.post(path, whole(two, 'The second editor typed this'));
  ok('the first editor saves', early.status === 303, `${early.status} ${early.body.slice(0, 300)}`);
  ok('the stale editor gets 409', late.status === 409, late.status);
  ok('the page keeps what was typed', late.body.includes('The second editor typed this'), late.body.slice(0, 400));
  ok('and shows what the other changed', late.body.includes('The first editor was here'), late.body.slice(0, 400));
  const [[name]] = instance.sql(`SELECT name FROM activity WHERE id = ${activity}`);
  ok('nothing was overwritten', name === 'The first editor was here', name);
  // Both at the same moment, many times: exactly one wins each time.
  let wins = 0, stale = 0, strange = [];
  for (let turn = 0; turn < 8; turn++) {
    const pair = await Promise.all([institution, second].map(async (client) => client.form(path).then((form) => [client, form])));
    const results = await Promise.all(pair.map(([client, form], index) => client.post(path, whole(form, `Turn ${turn} of editor ${index}`))));
    wins += results.filter((result) => result.status === 303).length;
    stale += results.filter((result) => result.status === 409).length;
    strange.push(...results.filter((result) => ![303, 409].includes(result.status)).map((result) => result.status));
  }
  ok('of two editors at the same moment one wins and one is told', wins === 8 && stale === 8, `${wins} won, ${stale} stale, others ${strange}`);
} catch (error) {
  ok('faults/submissions ran to its end', false, error.stack);
} finally {
  instance.stop();
}
done();
