import { SeenOnSight } from '@/components/admin/seen-on-sight';
import { see } from './actions';

/** Whoever has the conversation before her eyes has read it. */
export function SeenMark({ shopperId, unread }: { shopperId: string; unread: number }) {
  return <SeenOnSight action={see} shopperId={shopperId} unread={unread} />;
}
