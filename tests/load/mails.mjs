// Mails a second: what `praktikum jobs` of an instance gives to a mail server that takes everything at once, over the connection
// it keeps. The server is in this process and looks at nothing but the protocol.
import { createServer } from 'node:net';
import { pause } from '../support.mjs';

// {address, connections, mails: [{at, bytes}]}; an instance uses it with the settings smtp_address and smtp_tls = no.
export async function mailSink() {
  const sink = { connections: 0, mails: [] };
  const server = createServer((socket) => {
    let rest = '', body = false, bytes = 0;
    sink.connections++;
    socket.setEncoding('latin1').setNoDelay(true).on('error', () => {});
    socket.write('220 sink\r\n');
    socket.on('data', (piece) => {
      rest += piece;
      const lines = rest.split('\r\n');
      rest = lines.pop();
      let answer = '';
      for (const line of lines) {
        if (body && line !== '.') bytes += line.length + 2;
        else if (body) {
          sink.mails.push({ at: performance.now(), bytes });
          [body, bytes] = [false, 0];
          answer += '250 taken\r\n';
        } else if (line === 'DATA') {
          body = true;
          answer += '354 go on\r\n';
        } else answer += '250 ok\r\n';
      }
      if (answer) socket.write(answer);
    });
  });
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  server.unref();
  return Object.assign(sink, { address: `smtp://127.0.0.1:${server.address().port}` });
}

// Lets `count` mails wait and measures from the first to the last that arrives: {rate, p50, p99, bytes, connections, states}.
export async function measureMails(instance, sink, count) {
  sink.mails.length = sink.connections = 0;
  instance.sql(`DELETE FROM mail`);
  instance.sql(`INSERT INTO mail (event, person, kind, next_at)
    SELECT e.id, p.id, 'order_sent', UTC_TIMESTAMP() FROM (SELECT id FROM person WHERE protected = 0 ORDER BY id LIMIT 40) p
    JOIN (SELECT MAX(e.id) AS id FROM event e WHERE e.kind = 'order.sent' GROUP BY e.thing_id ORDER BY 1 LIMIT ${Math.ceil(count / 40)}) e LIMIT ${count}`);
  for (let tries = 0; sink.mails.length < count && tries < 600; tries++) await pause(100);
  await pause(1000); // the last outcome is noted
  const times = sink.mails.map((mail) => mail.at), gaps = times.slice(1).map((at, index) => at - times[index]).sort((a, b) => a - b);
  return {
    rate: gaps.length / ((times.at(-1) - times[0]) / 1000), p50: gaps[Math.floor(gaps.length / 2)], p99: gaps[Math.floor(gaps.length * 0.99)],
    bytes: Math.round(sink.mails.reduce((sum, mail) => sum + mail.bytes, 0) / sink.mails.length), connections: sink.connections,
    states: instance.sql('SELECT state, COUNT(*) FROM mail GROUP BY state').map((row) => row.join(' ')).join(', '),
  };
}
