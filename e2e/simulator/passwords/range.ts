import { createHash } from 'node:crypto';
import { Refusal, type Route } from '../world/exchange';

/** What has leaked in this world. */
const LEAKED = ['correct horse battery staple', 'ottilie otter 2016', 'sommer sonne strand'];
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const leaked = new Map(LEAKED.map((password, at) => [sha1(password), 40 + at]));

/** Have I Been Pwned's range search: who asks says five characters of a hash and gets all that begin so, among made-up ones. */
export const rangeRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/range/:prefix',
    quiet: true,
    handler: (call) => {
      const prefix = (call.params.prefix ?? '').toUpperCase();
      if (!/^[0-9A-F]{5}$/.test(prefix)) throw new Refusal(400, 'The hash prefix was not in a valid format');
      const found = [...leaked].flatMap(([hash, count]) =>
        hash.startsWith(prefix) ? [`${hash.slice(5)}:${count}`] : [],
      );
      const padding = Array.from({ length: 800 }, (_, at) => `${sha1(`${prefix}${at}`).slice(5)}:0`);
      const body = [...found, ...padding].sort().join('\r\n');
      return { status: 200, headers: { 'content-type': 'text/plain' }, body };
    },
  },
];
