import type { AdCall, AdIds, AdStep, AdWelcome, PlannedAd } from '@/lib/domain/ads/ad';

export type AdFormOptions = {
  adAccountId: string;
  pageId: string;
  /** Clients of this Graph version draw quick replies under an ad's message, in the form of 2016. */
  drawsQuickReplies: boolean;
};

type Form = Record<string, string>;

const EDGES: Record<AdStep, string> = {
  campaign: 'campaigns',
  ad_set: 'adsets',
  creative: 'adcreatives',
  ad: 'ads',
};
/** Where an ad leads that has no page of its own: Meta's placeholder for ads that open a thread. */
const NO_LINK = 'https://fb.com/messenger_doc/';

/** The name under which a step's object is found again at Meta. */
export function adObjectName(step: AdStep, ad: PlannedAd): string {
  return `${ad.settings.name} · ${ad.mark}${step === 'creative' ? ' · creative' : ''}`;
}

export function adEdge(step: AdStep, { adAccountId }: AdFormOptions): string {
  return `act_${adAccountId}/${EDGES[step]}`;
}

/**
 * The form of one step, everything paused. Nested values are JSON in text, `page_welcome_message` JSON in JSON.
 * Source: Marketing API docs v25, "Click to Messenger Ads"; reference F.2 and F.3.
 */
export function adCall(step: AdStep, ad: PlannedAd, ids: AdIds, options: AdFormOptions): AdCall {
  return { step, path: adEdge(step, options), form: formOf(step, ad, ids, options) };
}

function formOf(step: AdStep, ad: PlannedAd, ids: AdIds, options: AdFormOptions): Form {
  const name = adObjectName(step, ad);
  const id = (of: AdStep) => ids[of] ?? `<${of}>`;
  switch (step) {
    case 'campaign':
      return {
        name,
        objective: 'OUTCOME_ENGAGEMENT',
        buying_type: 'AUCTION',
        special_ad_categories: '[]',
        is_adset_budget_sharing_enabled: 'false',
        status: 'PAUSED',
      };
    case 'ad_set':
      return {
        name,
        campaign_id: id('campaign'),
        destination_type: 'MESSENGER',
        optimization_goal: 'CONVERSATIONS',
        billing_event: 'IMPRESSIONS',
        bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
        daily_budget: String(ad.settings.dailyBudgetMinor),
        promoted_object: JSON.stringify({ page_id: options.pageId }),
        targeting: JSON.stringify(targetingOf(ad)),
        status: 'PAUSED',
      };
    case 'creative':
      return { name, object_story_spec: JSON.stringify(storyOf(ad, options)) };
    case 'ad':
      return {
        name,
        adset_id: id('ad_set'),
        creative: JSON.stringify({ creative_id: id('creative') }),
        status: 'PAUSED',
      };
  }
}

function targetingOf({ settings }: PlannedAd): unknown {
  return {
    geo_locations: { countries: settings.countries },
    age_min: settings.ageFrom,
    age_max: settings.ageTo,
    targeting_automation: { advantage_audience: 0 },
  };
}

function storyOf({ settings, imageUrl }: PlannedAd, options: AdFormOptions): unknown {
  const { welcome } = settings;
  return {
    page_id: options.pageId,
    link_data: {
      message: settings.text,
      link: NO_LINK,
      name: settings.headline,
      ...(imageUrl ? { picture: imageUrl } : {}),
      call_to_action: { type: 'MESSAGE_PAGE', value: { app_destination: 'MESSENGER' } },
      ...(welcome.kind === 'message'
        ? { page_welcome_message: JSON.stringify(welcomeMessage(welcome, options.drawsQuickReplies)) }
        : {}),
    },
  };
}

/** What the thread says before her first word. `legacy`: a Send API message, as far as the form of 2016 is known. */
export function welcomeMessage(welcome: Extract<AdWelcome, { kind: 'message' }>, legacy: boolean): unknown {
  const { text, iceBreakers } = welcome;
  if (legacy)
    return {
      message: {
        text,
        quick_replies: iceBreakers.map(({ title }) => ({
          content_type: 'text',
          title: title.slice(0, 20),
          payload: title.toUpperCase(),
        })),
      },
    };
  return {
    type: 'VISUAL_EDITOR',
    version: 2,
    landing_screen_type: 'welcome_message',
    media_type: 'text',
    text_format: {
      customer_action_type: 'ice_breakers',
      message: { text, ice_breakers: iceBreakers, quick_replies: [] },
    },
    user_edit: false,
    surface: 'visual_editor_new',
  };
}
