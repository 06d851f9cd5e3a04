import { CONVERSATION_CHANNEL } from '@/lib/db/conversations';
import { keepListening, type Listening } from './listen';

/** What a desk hears: which thread has changed; null for "perhaps all of them". */
export type LiveListener = { changed: (shopperId: string | null) => void; end: () => void };

const LISTENERS_AT_MOST = 200;

/** One ear at the database for every open desk of this process. */
export class LiveDesk {
  private readonly listeners = new Set<LiveListener>();
  private listening: Listening | null = null;
  private closed = false;

  constructor(private readonly url: () => string) {}

  /** Answers the way to stop hearing; null when nobody more can listen here. */
  join(listener: LiveListener): (() => void) | null {
    if (this.closed || this.listeners.size >= LISTENERS_AT_MOST) return null;
    this.listeners.add(listener);
    this.listening ??= keepListening(this.url(), {
      channel: CONVERSATION_CHANNEL,
      heard: (shopperId) => this.tell(shopperId),
      connected: () => this.tell(null),
    });
    return () => this.listeners.delete(listener);
  }

  /** Ends every stream, so that a server may close: browsers come back to whoever answers next. */
  async close(): Promise<void> {
    this.closed = true;
    for (const listener of [...this.listeners]) listener.end();
    await this.listening?.stop();
  }

  private tell(shopperId: string | null): void {
    for (const { changed } of [...this.listeners]) changed(shopperId);
  }
}
