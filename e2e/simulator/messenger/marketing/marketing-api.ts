import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { GraphError, invalidParameter } from '../graph/errors';
import { parseParams } from '../graph/parse';
import { newDigits } from '../ids';
import type { Messenger } from '../messenger';
import type { AdObject, AdOf } from './ad-state';
import { adSetShape, adShape, campaignShape, creativeShape } from './marketing-shapes';

/** A euro a day: less, and Meta refuses the ad set with a subcode of its own. */
const LEAST_BUDGET = 100;

function absent(id: string): GraphError {
  return new GraphError(
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions`,
    33,
    'GraphMethodException',
  );
}

/** The object that a form names, of the kind that belongs there. */
function named<Kind extends AdObject['kind']>(messenger: Messenger, id: string, kind: Kind): AdOf<Kind> {
  const found = [...messenger.state.ads.values()].find((one): one is AdOf<Kind> => one.id === id && one.kind === kind);
  if (!found) throw absent(id);
  return found;
}

function checkPageOf(messenger: Messenger, pageId: string): void {
  if (pageId !== messenger.world.accounts.page.id) throw new GraphError(200, '(#200) Permissions error', 1487194);
}

type Make = (messenger: Messenger, form: Record<string, string>, id: string) => AdObject;

const makers: Record<string, Make> = {
  campaigns: (_messenger, form, id) => ({ id, kind: 'campaign', name: parseParams(campaignShape, form).name }),
  adsets: (messenger, form, id) => {
    const set = parseParams(adSetShape, form);
    checkPageOf(messenger, set.promoted_object.page_id);
    if (Number(set.daily_budget) < LEAST_BUDGET)
      throw new GraphError(100, '(#100) Your budget is too low. You need to raise it.', 1885272);
    const { id: campaignId } = named(messenger, set.campaign_id, 'campaign');
    return { id, kind: 'ad_set', name: set.name, campaignId };
  },
  adcreatives: (messenger, form, id) => {
    const creative = parseParams(creativeShape, form);
    const { page_id: pageId, link_data: data } = creative.object_story_spec;
    checkPageOf(messenger, pageId);
    const copy = {
      title: data.name,
      text: data.message,
      photoUrl: data.picture ?? null,
      welcome: data.page_welcome_message ?? null,
    };
    return { id, kind: 'creative', name: creative.name, copy, postId: `${pageId}_${newDigits(15)}` };
  },
  ads: (messenger, form, id) => {
    const ad = parseParams(adShape, form);
    const { id: adSetId } = named(messenger, ad.adset_id, 'ad_set');
    const { id: creativeId } = named(messenger, ad.creative.creative_id, 'creative');
    return { id, kind: 'ad', name: ad.name, adSetId, creativeId, status: ad.status, spend: '0' };
  },
};
const kinds: Record<string, AdObject['kind']> = {
  campaigns: 'campaign',
  adsets: 'ad_set',
  adcreatives: 'creative',
  ads: 'ad',
};

function create(messenger: Messenger, edge: string, call: Call): Answer {
  const make = makers[edge];
  if (!make) throw new GraphError(2500, `Unknown path components: /${edge}`);
  const form = Object.fromEntries(new URLSearchParams(call.body.toString('utf8')));
  const made = make(messenger, form, `12000${newDigits(13)}`);
  messenger.state.ads.set(made.id, made);
  messenger.changed();
  return answerJson({ id: made.id });
}

const filterShape = z
  .array(z.strictObject({ field: z.literal('name'), operator: z.literal('EQUAL'), value: z.string() }))
  .max(1);

function list(messenger: Messenger, edge: string, call: Call): Answer {
  const kind = kinds[edge];
  if (!kind) throw new GraphError(2500, `Unknown path components: /${edge}`);
  const filters = filterShape.safeParse(JSON.parse(call.url.searchParams.get('filtering') ?? '[]'));
  if (!filters.success) throw invalidParameter('Param filtering is not a valid filter');
  const [filter] = filters.data;
  const found = [...messenger.state.ads.values()].filter(
    (one) => one.kind === kind && (!filter || one.name === filter.value),
  );
  return answerJson({ data: found.map(({ id, name }) => ({ id, name })) });
}

function insights(messenger: Messenger, adId: string): Answer {
  const { spend } = named(messenger, adId, 'ad');
  // An ad that nobody has seen has no line.
  return answerJson({ data: Number(spend) > 0 ? [{ spend, account_currency: 'EUR' }] : [] });
}

/** The Marketing API, as far as Click-to-Messenger ads need it: strict about every member, with Meta's order of ids. */
export function answerMarketing(messenger: Messenger, call: Call, node: string, edge: string): Answer {
  const { ads } = messenger.world.accounts;
  if (!node.startsWith('act_')) {
    if (edge === 'insights' && call.method === 'GET') return insights(messenger, node);
    throw new GraphError(2500, `Unknown path components: /${edge}`);
  }
  if (node !== `act_${ads.accountId}`) throw absent(node);
  return call.method === 'POST' ? create(messenger, edge, call) : list(messenger, edge, call);
}
