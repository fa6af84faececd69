// tests/browser/calendar.png, the picture in the README: a placement administrator's month, where more than one status is seen.
import { people, root } from '../support.mjs';
import { launch, person, signIn, url } from './support.mjs';

const browser = await launch();
const page = await signIn(await person(browser, { language: 'nb', width: 1200, height: 760 }), people.placement_administrator);
await page.mouse.move(0, 0);
const soon = new Date(Date.now() + 90 * 86400000).toISOString().slice(0, 7);
await page.goto(`${url}/calendar/month?month=${soon}`);
await page.screenshot({ path: `${root}/tests/browser/calendar.png` });
await browser.close();
