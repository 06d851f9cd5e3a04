import type { LiveDesk } from './live';

const BEAT_MS = 20_000;
/** A desk that reads nothing any more is let go. */
const WAITING_AT_MOST = 500;

type StreamOptions = {
  /** Asked with each beat: a stream does not outlive the session that opened it. */
  stillMay: () => Promise<boolean>;
  /** The browser has hung up. */
  signal: AbortSignal;
  beatMs?: number;
};

/**
 * Server-sent events for one desk: "ready" at the beginning, "conversation" with the id of a thread that has changed (null:
 * perhaps all), a comment every 20 s so that nobody between takes the line for dead, "ended" when the session is over.
 * Null when nobody more can listen here.
 */
export function openLiveStream(desk: LiveDesk, options: StreamOptions): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let beat: NodeJS.Timeout | undefined;
  const say = (text: string) => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) < -WAITING_AT_MOST) return stop();
    controller.enqueue(encoder.encode(text));
  };
  const leave = desk.join({
    changed: (shopperId) => say(`event: conversation\ndata: ${JSON.stringify({ shopperId })}\n\n`),
    end: () => stop(),
  });
  if (!leave) return null;
  function stop(): void {
    clearInterval(beat);
    leave?.();
    options.signal.removeEventListener('abort', stop);
    const open = controller;
    controller = null;
    if (!options.signal.aborted) open?.close();
  }
  const check = async () => {
    // A database that is away for a moment ends nobody's session.
    if (await options.stillMay().catch(() => true)) return say(': beat\n\n');
    say('event: ended\ndata: {}\n\n');
    stop();
  };
  return new ReadableStream({
    start(opened) {
      controller = opened;
      options.signal.addEventListener('abort', stop, { once: true });
      beat = setInterval(() => void check(), options.beatMs ?? BEAT_MS);
      beat.unref();
      say('retry: 2000\nevent: ready\ndata: {}\n\n');
    },
    cancel() {
      controller = null;
      stop();
    },
  });
}
