import { isBearer, readMetrics } from '@/lib/server/metrics';
import { getEnv } from '@/lib/server/wiring';

export const dynamic = 'force-dynamic';

/** For monitors that show METRICS_TOKEN as a bearer; without the variable for nobody. */
export async function GET(request: Request): Promise<Response> {
  if (!isBearer(request.headers.get('authorization'), getEnv().METRICS_TOKEN)) {
    return new Response('Unauthorized\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  }
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(await readMetrics(new Date()), { headers });
}
