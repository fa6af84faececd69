// tests/browser/calendar.png, the picture in the README: the calendar of a placement administrator.
import { people, root } from '../support.mjs';
import { launch, person, signIn, url } from './support.mjs';

const browser = await launch();
const page = await signIn(await person(browser, { language: 'nb', width: 1200, height: 760 }), people.placement_administrator);
await page.mouse.move(0, 0);
await page.goto(`${url}/calendar?sort=starts&down=1`);
await page.screenshot({ path: `${root}/tests/browser/calendar.png` });
await browser.close();
