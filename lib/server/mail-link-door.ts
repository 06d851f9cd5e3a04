import 'server-only';
import { z } from 'zod';
import type { Result } from '@/lib/domain/result';
import type { Deps } from '@/lib/flows/deps';
import type { Sought } from '@/lib/flows/find-order';
import { CLIENT_IP_HEADER } from './auth';
import { changingDoor } from './door';
import { forgetFormCookie, keptFormCookie } from './kept-form';
import { check, readForm } from './read-body';
import { getDeps } from './wiring';

const formSchema = z.strictObject({ number: z.string().min(1).max(40), email: z.email().max(254) });

/** A door that takes number and address and mails a link: the answer is the same whether there is such an order or not. */
export function mailLinkDoor(
  request: Request,
  page: string,
  send: (deps: Deps, sought: Sought) => Promise<Result<null, 'too_often'>>,
): Promise<Response> {
  return changingDoor(request, async () => {
    const deps = await getDeps();
    const typed = await readForm(request, z.record(z.string(), z.string()));
    const form = typed.ok ? check(formSchema, typed.value) : typed;
    const seeOther = (said: string, cookie: string) =>
      new Response(null, {
        status: 303,
        headers: { location: `${page}?${said}`, 'cache-control': 'private, no-store', 'set-cookie': cookie },
      });
    const again = (problem: string) =>
      seeOther(`problem=${problem}`, keptFormCookie(deps.sealer, page, typed.ok ? typed.value : {}));
    if (!form.ok) return again(form.problem);
    const sent = await send(deps, { ...form.value, source: request.headers.get(CLIENT_IP_HEADER) });
    return sent.ok ? seeOther('asked=yes', forgetFormCookie(page)) : again(sent.problem);
  });
}
