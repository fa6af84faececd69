// The story, played in a browser without JavaScript, once in each language: an institution orders places from three sites;
// one confirms per unit, one declines, one stays silent; the institution asks again and gets a new answer; calendar and
// funnel follow. Texts come from xslt/i18n/, so that a page in the wrong language is seen.
import { done, languages, ok, others, people } from '../support.mjs';
import { choose, day, fill, hrefs, launch, main, open, person, send, shots, signIn, text } from './support.mjs';

async function play(browser, language) {
  const say = (sentence, condition, seen) => ok(`story ${language}: ${sentence}`, condition, seen);
  const window = async (email) => choose(await signIn(await person(browser, { language }), email), language);
  const name = `Story ${language} ${Date.now() % 100000}`;
  const institution = await window(people.placement_administrator);
  say('the page is in the language', await institution.locator('html').getAttribute('lang') === language);

  // An activity and three orders.
  await open(institution, '/activities/new');
  await institution.locator('[name="instance"]').selectOption({ index: 1 });
  await fill(institution, { name, starts: day(200), ends: day(240), places_wanted: 12, details: 'Meet at the main entrance.' });
  say('a new activity is accepted', await send(institution) === 303, await main(institution));
  const activity = new URL(institution.url()).pathname;
  say('the activity has its page', /^\/activities\/\d+$/.test(activity) && (await institution.locator('h1').innerText()).includes(name), institution.url());
  say('a new activity is being planned', (await main(institution)).includes(text('status.planning', language)), await main(institution));
  await open(institution, `${activity}/order`);
  await fill(institution, { 'places-1': 6, 'places-2': 4, 'places-3': 5, message: 'Students in their second year.' });
  await institution.locator('[name="send"]').first().check();
  say('orders to three sites are sent', await send(institution) === 303, await main(institution));
  await open(institution, activity);
  say('the activity is ordered', (await main(institution)).includes(text('status.ordered', language)), await main(institution));

  // One site confirms per unit.
  const first = await window(people.site_coordinator);
  const received = await hrefs(first, /^\/orders\/\d+/);
  say('the site\'s front page starts with what to answer', (await main(first)).includes(name) && received.length > 0, await main(first));
  await open(first, `/orders?q=${encodeURIComponent(name)}`);
  const order = (await hrefs(first, /^\/orders\/\d+$/))[0];
  await open(first, order);
  say('the site reads what was asked', (await main(first)).includes('Students in their second year.'), await main(first));
  await open(first, activity);
  say('and the activity\'s details', (await main(first)).includes('Meet at the main entrance.'), await main(first));
  await open(first, `${order}/answer`);
  const units = await first.locator('input[name^="capacity-"]').evaluateAll((nodes) => nodes.map((node) => node.name));
  say('capacity is asked for per unit', units.length >= 2, units.join());
  await fill(first, { [units[0]]: -1, message: 'We look forward to it.' });
  say('a negative capacity is refused with 422', await send(first) === 422);
  say('what was typed is kept', await first.locator(`[name="${units[0]}"]`).inputValue() === '-1' && await first.locator('[name="message"]').inputValue() === 'We look forward to it.');
  say('with a summary of the errors', await first.locator('[role="alert"] a[href^="#field-"]').count() > 0);
  await fill(first, { [units[0]]: 3, [units[1]]: 2 });
  say('capacity is sent', await send(first) === 303, await main(first));
  say('the order is confirmed in part', (await main(first)).includes(text('state.partly', language)), await main(first));

  // One declines; one says nothing.
  const second = await window(others.site_coordinator);
  await open(second, `/orders?q=${encodeURIComponent(name)}`);
  const declined = (await hrefs(second, /^\/orders\/\d+$/))[0];
  say('another site sees only its own order', (await hrefs(second, /^\/orders\/\d+$/)).length === 1 && declined !== order);
  const foreign = await open(second, order);
  say('and not the first site\'s', foreign.status() === 404);
  await open(second, `${declined}/decline`);
  say('a reason is required', await send(second) === 422);
  await fill(second, { reason: 'The ward moves that month.' });
  say('declining is sent', await send(second) === 303, await main(second));

  // The institution sees it: funnel, who has not answered, history, calendar.
  await open(institution, activity);
  const funnel = await main(institution);
  say('the funnel counts wanted 12, ordered 15, answered 10, confirmed 5', ['12', '15', '10', '5'].every((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(funnel)), funnel);
  await institution.screenshot({ path: `${shots}/story-activity-${language}.png`, fullPage: true });
  await open(institution, `${activity}/sites?state=sent`);
  say('who has not answered is one click away', (await hrefs(institution, /^\/orders\/\d+$/)).length === 1, await main(institution));
  await open(institution, order);
  const history = await main(institution);
  say('the order shows its history', history.includes(text('event.order.sent', language).replace(/\{[^}]*\}.*/, '').trim()) && history.includes('5'), history);
  await open(institution, `/calendar?status=all&q=${encodeURIComponent(name)}`);
  say('the calendar says ordered, since one is silent', (await main(institution)).includes(text('status.ordered', language)), await main(institution));
  await institution.screenshot({ path: `${shots}/story-calendar-${language}.png`, fullPage: true });

  // Asked again, answered anew.
  await open(institution, `${order}/reopen`);
  await fill(institution, { reason: 'Could you take one more?', due_on: day(20) });
  say('an answered order is reopened', await send(institution) === 303, await main(institution));
  await open(first, order);
  say('the site reads why', (await main(first)).includes('Could you take one more?'), await main(first));
  await open(first, `${order}/answer`);
  await fill(first, { [units[0]]: 4, [units[1]]: 2 });
  say('a new answer is sent', await send(first) === 303, await main(first));
  say('now the order is confirmed in full', (await main(first)).includes(text('state.confirmed', language)), await main(first));

  // The silent one is withdrawn; the calendar follows.
  await open(institution, `${activity}/sites?state=sent`);
  const silent = (await hrefs(institution, /^\/orders\/\d+$/))[0];
  await open(institution, `${silent}/withdraw`);
  say('the silent site\'s order is withdrawn', await send(institution) === 303, await main(institution));
  await open(institution, `/calendar?status=all&q=${encodeURIComponent(name)}`);
  say('the calendar says that capacity is missing', (await main(institution)).includes(text('status.capacity_missing', language)), await main(institution));
  await open(first, `/calendar?status=all&q=${encodeURIComponent(name)}`);
  say('the site has it in its calendar too', (await main(first)).includes(name), await main(first));
  await open(second, `${activity}`);
  say('the site that declined sees no other\'s answer', !(await main(second)).includes('We look forward to it.'), await main(second));

  // The language is remembered by the person's choice, not by the browser's wish.
  const other = languages[(languages.indexOf(language) + 1) % 4];
  await open(institution, '/');
  await choose(institution, other);
  say(`choosing ${other} changes the page`, await institution.locator('html').getAttribute('lang') === other);
  await open(institution, '/calendar');
  say(`and ${other} is remembered`, await institution.locator('html').getAttribute('lang') === other);
  await choose(institution, language);

  // By keyboard: the first Tab leads past the menus, and sign-out is a button that Enter presses.
  await institution.keyboard.press('Tab');
  say('the first Tab is the way to the content', await institution.locator('a:focus').getAttribute('href') === '#main');
  await institution.locator('form[action="/sign-out"] button').first().press('Enter');
  await institution.waitForURL(/\/sign-in/);
  await open(institution, '/orders');
  say('after signing out nothing is shown', /\/sign-in/.test(institution.url()), institution.url());
  for (const page of [institution, first, second]) {
    say('nothing came from another host', page.context().foreign.length === 0, page.context().foreign.join());
    await page.context().close();
  }
}

const browser = await launch();
for (const language of languages) {
  try {
    await play(browser, language);
  } catch (error) {
    ok(`story ${language} ran to its end`, false, error.stack);
  }
}
await browser.close();
done();
