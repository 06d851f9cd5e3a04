// A process of its own that uses the embedded database, for the tests that kill it.
// node --import tsx lib/db/testing-embedded-user.ts <data folder> <stay|leave|write> [uid [folder with node_modules]]
import { Client } from 'pg';
import { findOrStartEmbeddedPostgres } from './embedded';

const [dataDir = '', task = 'stay', uid, home] = process.argv.slice(2);
if (home) process.chdir(home);
if (uid) {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
const server = await findOrStartEmbeddedPostgres(dataDir);
console.log(JSON.stringify({ url: server.url, startedHere: server.startedHere, uid: process.getuid?.() }));
if (task === 'leave') await server.stop();
if (task === 'stay') {
  setInterval(() => undefined, 60_000);
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
}
if (task === 'write') {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('create table if not exists written (n integer primary key)');
  const { rows } = await client.query<{ next: number }>('select coalesce(max(n), 0) + 1 as next from written');
  for (let n = rows[0]?.next ?? 1; ; n++) {
    await client.query('insert into written values ($1)', [n]);
    process.stdout.write(`${n}\n`); // only now is it acknowledged
  }
}
