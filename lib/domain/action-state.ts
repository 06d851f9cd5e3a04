/** What a form of the admin shows about its last posting; `fields` names those that did not fit. Never what was typed. */
export type ActionState =
  | { is: 'ready' }
  | { is: 'done' }
  | { is: 'problem'; problem: string; message: string; fields: string[] };

export const READY: ActionState = { is: 'ready' };
