import { ask, currentExtensions, fieldOf } from './extensions';

/**
 * Messenger's question whether the Page may write to her; null where the client cannot ask. A refusal is an answer, not an
 * error. Source: Messenger Extensions SDK, askPermission; one passage of the docs spells the member `is_granted`.
 */
export async function askToWrite(): Promise<boolean | null> {
  const sdk = await currentExtensions();
  if (!sdk?.askPermission) return null;
  const askPermission = sdk.askPermission.bind(sdk);
  const answer = await ask((success, error) => askPermission(success, error, 'user_messaging'), null);
  const granted = fieldOf(answer, 'isGranted') ?? fieldOf(answer, 'is_granted');
  return typeof granted === 'boolean' ? granted : null;
}
