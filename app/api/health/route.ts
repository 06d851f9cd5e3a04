export const dynamic = 'force-dynamic';

/** Alive, and nothing more: asks neither the database nor anybody else. In production the front door answers. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { 'cache-control': 'no-store' } });
}
