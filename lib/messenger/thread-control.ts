import type { ControlProblem, ThreadControl } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { callGraph, type GraphOptions } from './graph-api';

const NOT_THE_LEADER = 2018300;

/**
 * Conversation Routing on fetch: pass, take and request the control of a thread.
 * Source: Messenger Platform docs, Conversation Routing (the Handover Protocol until September 2025); reference A.10.
 */
export function createThreadControl(options: GraphOptions): ThreadControl {
  async function call(edge: string, json: unknown): Promise<Result<null, ControlProblem>> {
    const answer = await callGraph(options, { method: 'POST', path: `me/${edge}`, json });
    if (answer.is === 'ok') return succeed(null);
    if (answer.is !== 'error') return fail('control_unanswered');
    const { code, subcode } = answer;
    const isLed = code === NOT_THE_LEADER || subcode === NOT_THE_LEADER;
    return fail(isLed ? 'not_leader' : 'control_refused', { code, subcode });
  }
  return {
    pass: (psid, appId, metadata) =>
      call('pass_thread_control', { recipient: { id: psid }, target_app_id: Number(appId), metadata }),
    take: (psid, metadata) => call('take_thread_control', { recipient: { id: psid }, metadata }),
    request: (psid, metadata) => call('request_thread_control', { recipient: { id: psid }, metadata }),
  };
}
