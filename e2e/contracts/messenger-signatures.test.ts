import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { appSecretProof, hubSignatures, signContext, tamperContext } from '@/e2e/simulator/messenger/signing';
import { metaJson } from '@/e2e/simulator/messenger/wire-json';
import { readVector } from './messenger-fixtures';

const signatures = readVector(
  'signatures.json',
  z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        app_secret: z.string(),
        raw_body_base64: z.string(),
        expected_x_hub_signature_256: z.string(),
        expected_x_hub_signature: z.string(),
      }),
    ),
  }),
).cases;

it.each(signatures)('signs the bytes of "$id" as Meta does', (vector) => {
  const body = Buffer.from(vector.raw_body_base64, 'base64').toString('utf8');
  expect(hubSignatures(body, vector.app_secret)).toEqual({
    'x-hub-signature': vector.expected_x_hub_signature,
    'x-hub-signature-256': vector.expected_x_hub_signature_256,
  });
});

it.each(['ascii', 'escaped-unicode', 'escaped-slashes'])('prints "%s" as it crossed the wire', (id) => {
  const vector = signatures.find((one) => one.id === id);
  const body = Buffer.from(vector?.raw_body_base64 ?? '', 'base64').toString('utf8');
  expect(metaJson(JSON.parse(body))).toBe(body);
});

const proofs = readVector(
  'appsecret-proof.json',
  z.object({
    cases: z.array(z.object({ access_token: z.string(), app_secret: z.string(), appsecret_proof: z.string() })),
  }),
).cases;

it.each(proofs)('proves $access_token', (vector) => {
  expect(appSecretProof(vector.access_token, vector.app_secret)).toBe(vector.appsecret_proof);
});

const payload = z.object({
  issued_at: z.number(),
  page_id: z.number(),
  psid: z.string(),
  thread_type: z.enum(['USER_TO_PAGE', 'USER_TO_USER', 'GROUP']),
  tid: z.string(),
});
const requests = readVector(
  'signed-requests.json',
  z.object({
    app_secret: z.string(),
    cases: z.array(z.object({ id: z.string(), signed_request: z.string(), expect: z.string(), payload: z.unknown().optional() })),
  }),
);
const genuine = requests.cases.filter((one) => /^valid-(user-to-page|user-to-user|group)$/.test(one.id));

it('has the three kinds of thread among its vectors', () => {
  expect(genuine).toHaveLength(3);
});

it.each(genuine)('makes the signed request "$id" to the letter', (vector) => {
  const members = payload.parse(vector.payload);
  const context = {
    issuedAtSeconds: members.issued_at,
    pageId: String(members.page_id),
    psid: members.psid,
    threadType: members.thread_type,
    tid: members.tid,
  };
  expect(signContext(context, requests.app_secret)).toBe(vector.signed_request);
});

it('tampers so that the signature no longer fits', () => {
  const [first] = genuine;
  const [signature, encoded] = tamperContext(first?.signed_request ?? '', '4016091200000002').split('.');
  const right = createHmac('sha256', requests.app_secret).update(encoded ?? '').digest('base64url');
  expect(signature).not.toBe(right);
  expect(JSON.parse(Buffer.from(encoded ?? '', 'base64url').toString('utf8'))).toMatchObject({
    psid: '4016091200000002',
  });
});
