// make bench: partners' event feeds. `feed-page`: a full page of 100 entries; `feed-304`: the same asked for by whom has it. Partners may
// not ask as often as this; with PRAKTIKUM_BENCH the workers do not count them.
import { pause, request } from '../support.mjs';

const key = '1-Praktikum-demo-institution-1-all-feeds-0000';

// The two of `Series` (bench.mjs), to be measured and run as the others are, once the demonstration's events are published.
export async function feedSeries(instance, Series) {
  const authorization = `Authorization: Bearer ${key}`, page = new Series('feed-page', '/feeds/events?page=1'), same = new Series('feed-304', '/feeds/events?page=1');
  let answer = { status: 0 };
  for (const end = performance.now() + 60000; answer.status !== 200 && performance.now() < end; await pause(500))
    answer = await request(instance.url + page.path, { headers: { Authorization: `Bearer ${key}` } });
  page.headers = [authorization];
  same.headers = [authorization, `If-None-Match: ${answer.headers.etag}`];
  same.measure = async () => {
    const seen = await request(instance.url + same.path, { headers: Object.fromEntries(same.headers.map((line) => line.split(/: (.*)/s))) });
    if (seen.status !== 304 || seen.body) throw new Error(`feed-304: ${seen.status}, ${seen.body.length} bytes`);
    same.bytes = 0;
  };
  return { page, same };
}
