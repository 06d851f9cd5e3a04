import { revalidateTag } from 'next/cache';
import { CATALOGUE_TAG } from '@/lib/server/catalogue';
import { INSIDE_HEADER, isInside } from '@/lib/server/front/inside-secret';

/** The front door heard that the catalogue changed: Next forgets what it made of it. Nobody else reaches this. */
export function POST(request: Request): Response {
  if (!isInside(request.headers.get(INSIDE_HEADER))) return new Response('Not Found\n', { status: 404 });
  revalidateTag(CATALOGUE_TAG, { expire: 0 });
  return new Response(null, { status: 204 });
}
