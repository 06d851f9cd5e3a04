const LONGEST = 2_000;

/** The page of our shop that a form was sent from, as a path with its query; "/shop" for any other place. */
export function shopPageBefore(referer: string | null, publicUrl: string): string {
  if (referer === null || referer.length > LONGEST || !URL.canParse(referer)) return '/shop';
  const { origin, pathname, search } = new URL(referer);
  const isOurs = origin === new URL(publicUrl).origin && /^\/shop(?:\/|$)/.test(pathname);
  return isOurs ? pathname + search : '/shop';
}
