/** What she may agree to: news and offers, a reminder of her cart, an answer to what she asked to be told, a question how she likes it. */
export const CONSENT_TOPICS = ['news', 'cart', 'asks', 'reviews'] as const;
export type ConsentTopic = (typeof CONSENT_TOPICS)[number];

/** Meta's token carries one message in 48 hours. Source: Messenger Platform docs, Marketing Messages, since September 2025. */
export const TOKEN_PAUSE_MS = 48 * 60 * 60_000;

/** The payload of Messenger's opt-in for a topic; it comes back with the token. */
export function optInPayload(topic: ConsentTopic): string {
  return `OPT_IN:${topic}`;
}

/** The topic that an opt-in was for, or null for one that is not ours. */
export function topicOfOptIn(payload: string): ConsentTopic | null {
  return CONSENT_TOPICS.find((topic) => payload === optInPayload(topic)) ?? null;
}
