const BUY = /^BUY:([\w-]{16,64}):(.{1,200})$/;

/** What a Buy button carries: one offer of one variant. The offer is unguessable and good for one order. */
export function buyPayload(offer: { offerId: string; variantId: string }): string {
  return `BUY:${offer.offerId}:${offer.variantId}`;
}

/** The variant of a Buy button's payload; null for anything that is none of ours. */
export function variantOfPayload(payload: string): string | null {
  return BUY.exec(payload)?.[2] ?? null;
}
