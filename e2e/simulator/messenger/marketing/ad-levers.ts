import { z } from 'zod';
import { answerJson, Refusal, type Route, readJson } from '../../world/exchange';
import type { Messenger } from '../messenger';
import { adsOf, tapAd } from './feed';

/** What the merchant does in Ads Manager, and what a person does with an ad. Without `adId`, the newest one. */
const leverShape = z.strictObject({
  adId: z.string().optional(),
  status: z.enum(['PAUSED', 'ACTIVE']).optional(),
  /** Euro, "12.34". */
  spend: z
    .string()
    .regex(/^\d+\.\d{2}$/)
    .optional(),
  /** Who taps "Send Message". */
  tappedBy: z.string().optional(),
});

export function adLevers(messenger: Messenger): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/control/ads',
      handler: (call) => {
        const { adId, status, spend, tappedBy } = readJson(call, leverShape);
        const ads = adsOf(messenger);
        const ad = adId === undefined ? ads.at(-1) : ads.find((one) => one.id === adId);
        if (!ad) throw new Refusal(404, 'There is no such ad.');
        if (status) ad.status = status;
        if (spend) ad.spend = spend;
        if (tappedBy) tapAd(messenger, tappedBy, ad.id);
        return answerJson(ad);
      },
    },
    { method: 'GET', pattern: '/control/ads', handler: () => answerJson({ ads: adsOf(messenger) }) },
  ];
}
