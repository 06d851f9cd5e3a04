/**
 * What a form of the admin shows about its last posting. `fields` names those that did not fit; `typed` is what stood in
 * the others, so that nobody types twice: never a password or a token. `asks`: the password is due again,
 * and this is the label of its field.
 */
export type ActionState =
  | { is: 'ready' }
  | { is: 'done' }
  | {
      is: 'problem';
      problem: string;
      message: string;
      fields: string[];
      typed: Record<string, string>;
      asks?: string;
    };

export const READY: ActionState = { is: 'ready' };

/** As long as anything that a form of the admin takes: a legal text. */
const LONGEST = 50_000;

/** The field in which a form brings the password once more; any form may, for `needsPassword` decides on the server. */
export const PASSWORD_AGAIN = 'passwordAgain';

const SECRET = new Set(['password', 'newPassword', 'token', PASSWORD_AGAIN, 'oneTimeCode', 'credential']);

/** What of a posted form may stand in it again. */
export function typedAgain(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !SECRET.has(name) && value.length <= LONGEST),
  );
}
