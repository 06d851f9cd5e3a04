import { eq } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { TurnEffects } from '@/lib/domain/messaging/turn';
import type { Database } from './client';
import { endConsents } from './consents';
import { shoppers } from './schema/shoppers';

/** Keeps what a turn of the conversation leaves behind. */
export async function keepTurn(tx: Database, shopperId: ShopperId, effects: TurnEffects, at: Date): Promise<void> {
  const { unclearInRow, quietUntil, language, advertising } = effects;
  await tx
    .update(shoppers)
    .set({
      unclearInRow,
      quietUntil,
      ...(language ? { language } : {}),
      ...(advertising ? { stoppedAt: advertising === 'stopped' ? at : null } : {}),
    })
    .where(eq(shoppers.id, shopperId));
  if (advertising === 'stopped') await endConsents(tx, shopperId, at);
}
