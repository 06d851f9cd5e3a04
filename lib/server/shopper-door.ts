import 'server-only';
import type { z } from 'zod';
import type { CartId, Psid, ShopperId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { Deps } from '@/lib/flows/deps';
import { changingDoor } from './door';
import type { ProblemName } from './problems';
import { readJson } from './read-body';
import { respond, respondProblem } from './respond';
import { type Reach, requireShopper } from './shopper';
import { getDeps } from './wiring';

export type Asked<Body> = {
  deps: Deps;
  shopperId: ShopperId;
  /** Null for a guest and for a handed-off session. */
  psid: Psid | null;
  /** A handed-off session pays this cart and no other. */
  onlyCartId: CartId | null;
  body: Body;
};

/** A changing door of the checkout: same site, a checked JSON body, a known shopper; then the flow, and its answer. */
export function shopperDoor<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  work: (asked: Asked<Body>) => Promise<Result<unknown, ProblemName>>,
  reach: Reach = 'cart',
): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, schema);
    if (!body.ok) return respondProblem(request, body);
    const shopper = await requireShopper(reach);
    if (!shopper.ok) return respondProblem(request, shopper);
    const answer = await work({ deps: await getDeps(), ...shopper.value, body: body.value });
    return answer.ok ? respond(answer.value) : respondProblem(request, answer);
  });
}
