import { randomBytes } from 'node:crypto';
import { type Answer, answerJson } from '../../world/exchange';

/** A refusal in Meta's own words. Callers branch on code and subcode; the sentences are partly ours. */
export class GraphError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly subcode?: number,
    readonly type: 'OAuthException' | 'GraphMethodException' = 'OAuthException',
  ) {
    super(message);
  }
}

export function invalidParameter(message: string): GraphError {
  return new GraphError(100, `(#100) ${message}`);
}

/** Meta documents no HTTP status per code; 400 is what has been seen. */
export function answerGraphError(error: GraphError): Answer {
  const body = {
    message: error.message,
    type: error.type,
    code: error.code,
    ...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
    fbtrace_id: `A${randomBytes(12).toString('base64url')}`,
  };
  return answerJson({ error: body }, 400);
}

const notListed = 'The web URL provided is not whitelisted for messenger extensions';

/** The refusals that tests can also order by name through `POST /control/graph`. */
export const knownErrors = {
  temporary: () => new GraphError(1200, '(#1200) Temporary send message failure. Please try again later.'),
  unknown: () => new GraphError(1, 'An unknown error occurred.', 99),
  unexpected: () => new GraphError(2, 'An unexpected error has occurred. Please retry your request later.'),
  'outside-window': () => new GraphError(10, '(#10) This message is sent outside of allowed window.', 2018278),
  'cannot-receive': () => new GraphError(10, "(#10) They can't receive your messages right now.", 2018108),
  'person-unavailable': () => new GraphError(551, "(#551) This person isn't available right now.", 1545041),
  'person-unavailable-200': () =>
    new GraphError(200, "(#200) Message Not Sent: This person isn't available right now.", 1545041),
  'not-thread-owner': () =>
    new GraphError(10, '(#10) Message failed to send because another app is controlling this thread now.', 2018300),
  'bad-parameter': () => new GraphError(100, '(#100) Invalid parameter'),
  'no-such-user': () => new GraphError(100, '(#100) No matching user found', 2018001),
  'message-and-action': () =>
    new GraphError(100, '(#100) Cannot send both message and state at the same time.', 2018014),
  'not-whitelisted': () => new GraphError(100, `(#100) ${notListed}`, 2018063),
  'fetch-failed': () => new GraphError(100, '(#100) Failed to fetch the file from the url.', 2018008),
  'bad-attachment': () => new GraphError(100, '(#100) Invalid attachment id.', 2018074),
  'upload-failed': () => new GraphError(100, '(#100) Upload attachment failure.', 2018047),
  'too-large': () => new GraphError(100, '(#100) Attachment size exceeds allowable limit', 2018109),
  'token-expired': () => new GraphError(190, 'Error validating access token: Session has expired.', 463),
  'token-invalid': () => new GraphError(190, 'Invalid OAuth access token.'),
  'password-changed': () =>
    new GraphError(190, 'Error validating access token: The session has been invalidated.', 460),
  'not-approved': () =>
    new GraphError(
      200,
      '(#200) Cannot message users who are not admins, developers or testers of the app until pages_messaging permission is reviewed and the app is live.',
      2018028,
    ),
  'app-rate': () => new GraphError(4, '(#4) Application request limit reached'),
  'page-rate': () =>
    new GraphError(80006, '(#80006) There have been too many messenger api calls from this Page account.'),
  'page-throttled': () => new GraphError(32, '(#32) Page request limit reached'),
  rate: () => new GraphError(613, '(#613) Calls to this api have exceeded the rate limit.'),
  abusive: () =>
    new GraphError(613, '(#613) Warning! You are engaging in behavior that may be considered bothersome.', 2018338),
  'spam-block': () =>
    new GraphError(368, '(#368) The action attempted has been deemed abusive or is otherwise disallowed'),
  restricted: () => new GraphError(10, '(#10) You are temporarily restricted from sending messages.', 1893063),
  'commerce-disabled': () =>
    new GraphError(2022, 'The ability to send commerce messages has been temporarily disabled.'),
} as const;
