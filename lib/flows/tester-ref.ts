import type { Deps } from './deps';

const PLACE = 'merchant_threads.merchant_id';

/** The `ref` by which a merchant's own thread becomes the one that her tests go into: nobody else can make it. */
export function testerRef({ sealer }: Pick<Deps, 'sealer'>, merchantId: string): string {
  return `tester=${merchantId}=${sealer.mark(PLACE, merchantId)}`;
}

/** Which merchant a `ref` connects, or null for any other, and for one that was not made here. */
export function readTesterRef({ sealer }: Pick<Deps, 'sealer'>, ref: string): string | null {
  const [, merchantId = '', mark = ''] = /^tester=([\w-]{1,64})=([\w-]{20,128})$/.exec(ref) ?? [];
  return merchantId && sealer.isMark(PLACE, merchantId, mark) ? merchantId : null;
}
