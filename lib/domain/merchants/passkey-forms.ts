import { z } from 'zod';
import { lineSchema } from '@/lib/domain/cart/address';

const NAME_MAX = 60;

const base64Url = z
  .string()
  .max(8_192)
  .regex(/^[\w-]+$/);

/** As `PublicKeyCredential.toJSON()` writes it (WebAuthn level 3, §5.1.8); what better-auth does not read is left out. */
const credentialSchema = <Response extends z.ZodType>(response: Response) =>
  z.object({
    id: base64Url,
    rawId: base64Url,
    type: z.literal('public-key'),
    response,
    clientExtensionResults: z.record(z.string(), z.unknown()),
  });

const asJson = (text: string, context: z.RefinementCtx) => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    context.addIssue({ code: 'custom', message: 'no_json' });
    return z.NEVER;
  }
};
const jsonOf = <T extends z.ZodType>(schema: T) => z.string().max(16_384).transform(asJson).pipe(schema);

const attestation = z.object({
  clientDataJSON: base64Url,
  attestationObject: base64Url,
  transports: z.array(z.string().max(20)).max(10).optional(),
});
const assertion = z.object({
  clientDataJSON: base64Url,
  authenticatorData: base64Url,
  signature: base64Url,
  userHandle: base64Url.nullish(),
});

/** What the browser's dialog hands over for a new passkey, and for signing in by one; the form brings it as JSON. */
export const newPasskeySchema = jsonOf(credentialSchema(attestation));
export const passkeyProofSchema = jsonOf(credentialSchema(assertion));
export type NewPasskey = z.infer<typeof newPasskeySchema>;
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

export const passkeyNameSchema = lineSchema(NAME_MAX).refine((name) => name.length > 0);
