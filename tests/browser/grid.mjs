// The grid of grading by keyboard, with its script and the policy that lets it run: rows save themselves as one leaves them, what is
// wrong stays where it was typed, two tabs do not overwrite each other; and the same page whole without the script.
import { done, ok, people } from '../support.mjs';
import { fill, launch, send, signIn, url } from './support.mjs';

const browser = await launch();
const seen = [];
async function assessor(javascript = true) {
  const context = await browser.newContext({ javaScriptEnabled: javascript, locale: 'nb-NO' }); // the policy is kept
  await context.addCookies([{ name: 'lang', value: 'nb', url }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('console', (message) => /Content.Security|Refused/i.test(message.text()) && seen.push(message.text()));
  return signIn(page, people.assessor);
}
const field = (page, name, code) => page.locator(`[name="${name}-${code}"]`);
const value = (page, name, code) => field(page, name, code).inputValue();
const focused = (page) => page.evaluate(() => document.activeElement.name);
const saved = (page, code, version) => page.waitForFunction(([name, wanted]) => document.getElementsByName(name)[0]?.value === wanted, [`row_version-${code}`, String(version)]);

const page = await assessor();
await page.goto(`${url}/exams?state=started`);
const exam = await page.locator('tbody th a').first().getAttribute('href');
await page.goto(`${url}${exam}/grade?state=todo`);
const codes = await page.$$eval('tr[data-row]', (rows) => rows.map((row) => row.dataset.row));
const [one, two, three] = codes;
ok('there are papers to mark', codes.length >= 4, codes.join());
ok('rows are in the order of their codes', [...codes].sort().join() === codes.join());

await field(page, 'points', one).focus();
await page.keyboard.type('61,5');
ok('the grade follows the points as one types', await value(page, 'grade', one) === '4', await value(page, 'grade', one));
await page.keyboard.press('Enter');
ok('Enter goes down the column', await focused(page) === `points-${two}`, await focused(page));
await saved(page, one, 1);
ok('the row that was left has saved itself', await value(page, 'points', one) === '61,50' && new URL(page.url()).search === '?state=todo');
await page.keyboard.type('40');
await page.keyboard.press('ArrowDown');
await page.keyboard.type('100,5');
await page.keyboard.press('ArrowUp');
ok('arrows go both ways', await focused(page) === `points-${two}`, await focused(page));
const wrong = page.locator(`#row-${three} .ds-validation-message`);
await wrong.waitFor();
ok('what is wrong is told in its row', /100/.test(await wrong.innerText()) && await value(page, 'points', three) === '100,5' && await field(page, 'points', three).getAttribute('aria-invalid') === 'true');
ok('and heard', (await page.locator('[data-status]').innerText()).includes(await wrong.innerText()));
ok('the rows beside it are saved', await value(page, 'row_version', two) === '1');
await field(page, 'grade', one).selectOption('5');
await field(page, 'comment', one).focus();
ok('within a row nothing is sent', await value(page, 'row_version', one) === '1');
await page.keyboard.type('Godt');
await field(page, 'points', three).focus();
await saved(page, one, 2);
await page.keyboard.press('Control+A');
await page.keyboard.type('20');
await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+S')]);
ok('Ctrl+S saves the page', await page.locator('.pk-flash').count() === 1 && new URL(page.url()).search === '?state=todo', page.url());
await page.goto(`${url}${exam}/grade`);
ok('all of it is there', [await value(page, 'points', three), await value(page, 'grade', one), await value(page, 'comment', one)].join() === '20,00,5,Godt');

// Ctrl+S while a row is on its way to be saved: the page waits for it, and nobody is asked whether to leave.
let release, held = new Promise((resolve) => { release = resolve; }), began;
const saving = new Promise((resolve) => { began = resolve; });
const questions = [];
page.on('dialog', (dialog) => { questions.push(dialog.type()); dialog.accept(); });
await page.route((address) => address.search.startsWith('?q='), async (route) => { began(); await held; await route.continue(); });
await field(page, 'points', one).fill('62');
await field(page, 'points', two).focus();
await saving;
await page.keyboard.press('Control+A');
await page.keyboard.type('41');
await page.keyboard.press('Control+S');
await page.keyboard.press('Control+S');
await page.waitForTimeout(300);
ok('Ctrl+S waits for the row that saves itself', await page.locator('.pk-flash').count() === 0);
await Promise.all([page.waitForNavigation(), release()]);
await page.unroute(() => true);
ok('then the page is saved, both rows once, and nobody was asked', (await Promise.all([value(page, 'points', one), value(page, 'points', two), page.locator('.pk-flash').count()])).join() === '62,00,41,00,1' && questions.length === 0, questions.join());
ok('by their versions too', (await Promise.all([one, two].map((code) => value(page, 'row_version', code)))).join() === '3,2');

// A second tab that stands still, and a first that goes on.
const other = await page.context().newPage();
await other.goto(`${url}${exam}/grade`);
await field(page, 'comment', two).fill('Først');
await field(page, 'points', three).focus();
await saved(page, two, 3);
await field(other, 'comment', two).fill('Etterpå');
await field(other, 'points', three).focus();
const stale = other.locator(`#row-${two} .ds-validation-message`);
await stale.waitFor();
ok('an older tab overwrites nothing', await field(other, 'comment', two).inputValue() === 'Etterpå' && /endret/.test(await stale.innerText()), await stale.innerText());

let asked = '';
other.on('dialog', (dialog) => { asked = dialog.type(); dialog.accept(); });
await Promise.all([other.waitForEvent('close'), other.close({ runBeforeUnload: true })]);
ok('nor is what was refused lost by leaving', asked === 'beforeunload', asked);

// Without the script the page is the same form; here it takes away what was given above.
const plain = await assessor(false);
await plain.goto(`${url}${exam}/grade`);
for (const code of [one, two, three]) {
  await fill(plain, { [`points-${code}`]: '', [`comment-${code}`]: '' });
  await field(plain, 'grade', code).selectOption('');
}
ok('without the script the page saves whole', await send(plain, '.pk-grid button[type="submit"]') === 303);
await plain.goto(`${url}${exam}/grade?state=todo`);
ok('and what was emptied is gone', (await Promise.all([one, two, three].map((code) => value(plain, 'row_version', code)))).join() === '0,0,0');
ok('nothing was refused by the policy and no script failed', seen.length === 0, seen.join());
await browser.close();
done();
