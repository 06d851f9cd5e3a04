export type AdWelcome = { text: string; iceBreakers: { title: string; response: string }[] };

/** What the thread shows of an ad. */
export type AdCopy = { title: string; text: string; photoUrl: string | null; welcome: AdWelcome | null };

export type AdObject = { id: string; name: string } & (
  | { kind: 'campaign' }
  | { kind: 'ad_set'; campaignId: string }
  | { kind: 'creative'; copy: AdCopy; postId: string }
  | { kind: 'ad'; adSetId: string; creativeId: string; status: 'PAUSED' | 'ACTIVE'; spend: string }
);

export type AdOf<Kind extends AdObject['kind']> = Extract<AdObject, { kind: Kind }>;
