import { checkReady } from '@/lib/server/ready';

export const dynamic = 'force-dynamic';

/** Whether this process can serve. In production the front door answers the same. */
export async function GET(): Promise<Response> {
  const { ready, facts } = await checkReady();
  const headers = { 'cache-control': 'no-store', ...(ready ? {} : { 'retry-after': '5' }) };
  return Response.json(facts, { status: ready ? 200 : 503, headers });
}
