import { renderSVG } from 'uqr';
import { z } from 'zod';
import { type Answer, answerJson, type Call, type Route } from '../../world/exchange';
import type { Messenger } from '../messenger';
import { readBody } from './access';
import { invalidParameter } from './errors';
import { parseParams } from './parse';

const codeShape = z.strictObject({
  type: z.literal('standard'),
  data: z.strictObject({ ref: z.string().regex(/^[\w=-]{1,250}$/) }).optional(),
  image_size: z.number().int().min(100).max(2000).default(1000),
});

/** A Messenger code, gone with v4.0. Meta's round dots are drawn as an ordinary code of the m.me link. */
export function makeCode(messenger: Messenger, call: Call): Answer {
  if (messenger.world.era !== '2016') throw invalidParameter('Messenger codes are no longer supported');
  const { data } = parseParams(codeShape, readBody(call));
  return answerJson({ uri: `${messenger.world.origins.messenger}/messenger-codes/${data?.ref ?? '-'}.svg` });
}

export function codeRoute(messenger: Messenger): Route {
  return {
    method: 'GET',
    pattern: '/messenger-codes/:file',
    handler: (call) => {
      const ref = (call.params.file ?? '').replace(/\.svg$/, '');
      const { origins, accounts } = messenger.world;
      const link = `${origins.messenger}/m/${accounts.page.username}${ref === '-' ? '' : `?ref=${encodeURIComponent(ref)}`}`;
      return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: renderSVG(link) };
    },
  };
}
