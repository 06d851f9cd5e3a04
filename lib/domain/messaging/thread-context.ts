import type { PageId, Psid } from '../ids';

/** Who opened the webview and from which thread, as Messenger signed it. `threadId` equals the PSID in a one-to-one thread. */
export type ThreadContext = {
  psid: Psid;
  pageId: PageId;
  threadType: 'USER_TO_PAGE' | 'USER_TO_USER' | 'GROUP';
  threadId: string;
  issuedAt: Date;
  /** Names the signed request: whoever exchanges one for a session remembers this, so that it works once. */
  signature: string;
};
