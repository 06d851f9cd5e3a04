'use client';

import { startTransition, useEffect } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { PeopleAction } from './reply-form';

/** Marks a conversation as read while it is really looked at: not in a tab behind others, and not by a page that was only asked for. */
export function SeenOnSight({
  action,
  shopperId,
  unread,
}: {
  action: PeopleAction;
  shopperId: string;
  unread: number;
}) {
  useEffect(() => {
    if (unread === 0) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      const form = new FormData();
      form.set('shopperId', shopperId);
      startTransition(async () => {
        await action(READY, form);
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [action, shopperId, unread]);
  return null;
}
