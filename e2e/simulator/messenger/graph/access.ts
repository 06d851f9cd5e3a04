import type { Call } from '../../world/exchange';
import type { World } from '../../world/world';
import { appSecretProof, sameText } from '../signing';
import { GraphError, invalidParameter, knownErrors } from './errors';

/**
 * Who calls: the Page's token, proved with the app's secret. The demo app has "Require App Secret" switched on, so that
 * a call without proof fails here as it would with the setting that Meta recommends.
 */
export function checkAccess(
  world: World,
  call: Call,
  { token: expected, requiresProof }: { token: string; requiresProof: boolean },
): void {
  const bearer = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1];
  const token = call.url.searchParams.get('access_token') ?? bearer;
  if (!token) {
    throw new GraphError(2500, 'An active access token must be used to query information about the current user.');
  }
  if (!sameText(token, expected)) throw knownErrors['token-invalid']();
  const proof = call.url.searchParams.get('appsecret_proof');
  if (proof === null && !requiresProof) return;
  if (proof === null) {
    throw new GraphError(
      100,
      'API calls from the server require an appsecret_proof argument',
      undefined,
      'GraphMethodException',
    );
  }
  if (!sameText(proof, appSecretProof(token, world.accounts.app.secret))) {
    throw new GraphError(
      100,
      'Invalid appsecret_proof provided in the API argument',
      undefined,
      'GraphMethodException',
    );
  }
}

/** The app's own token, `id|secret`: it holds the secret itself, so it needs no proof beside it. */
export function checkAppAccess({ accounts: { app } }: World, call: Call): void {
  if (!sameText(call.url.searchParams.get('access_token') ?? '', `${app.id}|${app.secret}`))
    throw knownErrors['token-invalid']();
}

/** `me` or the Page's own number; anything else is not ours. */
export function checkPage(world: World, node: string): void {
  if (node !== 'me' && node !== world.accounts.page.id) {
    throw new GraphError(
      100,
      `Unsupported post request. Object with ID '${node}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
      33,
      'GraphMethodException',
    );
  }
}

/** The body as JSON; Graph also takes the same members as query or form, which nobody here does. */
export function readBody(call: Call): unknown {
  const text = call.body.toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidParameter(`The body is not valid JSON: ${String(cause)}`);
  }
}
