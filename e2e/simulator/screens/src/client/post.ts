import { z } from 'zod';
import type { RelayedCall } from '@/e2e/simulator/messenger/bridge-contract';
import type { DialogAct, Tap } from '@/e2e/simulator/messenger/screen-contract';

/** What came of a lever, for the line that tells the person so. */
export type Posted = { ok: boolean; status: number; said: string };

/** Sends one JSON message to the simulator; a refused connection is an answer too, not an exception. */
export async function post(path: string, body: unknown): Promise<Posted> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { ok: answer.ok, status: answer.status, said: await answer.text() };
  } catch (problem) {
    return { ok: false, status: 0, said: problem instanceof Error ? problem.message : String(problem) };
  }
}

const refusal = z.object({ error: z.object({ message: z.string() }) });

/** Why the simulator refused, in its own words where it found some. */
export function reasonOf(posted: Posted): string {
  if (posted.status === 0) return `the simulator cannot be reached (${posted.said})`;
  try {
    return refusal.parse(JSON.parse(posted.said)).error.message;
  } catch {
    return `status ${posted.status} ${posted.said}`.trim();
  }
}

const threadPath = (psid: string) => `/control/threads/${encodeURIComponent(psid)}`;

export const tap = (psid: string, what: Tap) => post(`${threadPath(psid)}/tap`, what);
export const sendText = (psid: string, text: string) => post(`${threadPath(psid)}/text`, { text });
export const sendReferral = (psid: string, ref: string) => post(`${threadPath(psid)}/referral`, { ref });
export const setBlocked = (psid: string, blocked: boolean) => post(`${threadPath(psid)}/block`, { blocked });
export const actInDialog = (id: string, act: DialogAct) => post(`/screen/dialog/${encodeURIComponent(id)}`, act);
export const closeWebview = (id: string) => post(`/screen/webview/${encodeURIComponent(id)}/close`, {});
export const askSdk = (webviewId: string, body: RelayedCall) =>
  post(`/screen/webview/${encodeURIComponent(webviewId)}/sdk`, body);
