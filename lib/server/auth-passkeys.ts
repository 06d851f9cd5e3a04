import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

/** What better-auth's door answers where the authenticator did not ask for a finger, a face or a PIN. */
export const NOT_VERIFIED = 'USER_NOT_VERIFIED';

/**
 * Sign-in by passkey. One stands for both factors, something that she has and something that she is or knows: hence it counts only
 * where the authenticator made sure of her (WebAuthn's "user verification"), which the plugin asks for and does not check.
 */
export function passkeysFor(publicUrl: string) {
  const { hostname, origin } = new URL(publicUrl);
  return passkey({
    rpID: hostname,
    rpName: 'Kiosk',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => insist(verification.registrationInfo?.userVerified),
    },
    authentication: { afterVerification: ({ verification }) => insist(verification.authenticationInfo.userVerified) },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    schema: {
      passkey: {
        modelName: 'merchant_passkeys',
        fields: {
          userId: 'merchant_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });
}

function insist(userVerified: boolean | undefined): void {
  if (!userVerified) throw new APIError('FORBIDDEN', { code: NOT_VERIFIED, message: 'the user was not verified' });
}
