/**
 * Whether a changing request comes from our own pages. The session cookie travels across sites, so each changing door
 * asks this first; only doors that machines sign (webhooks) do not.
 * `publicUrl` is the configured address: Host and X-Forwarded-Host are what the sender likes and are not read.
 * Fails closed: without Origin and without Sec-Fetch-Site nothing shows where the request came from.
 */
export function isSameSite(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get('origin');
  const fetchSite = headers.get('sec-fetch-site');
  // Browsers never say both "our origin" and "another site": whoever does is no browser.
  if (fetchSite !== null && fetchSite !== 'same-origin') return false;
  if (origin === null) return fetchSite === 'same-origin';
  return origin === new URL(publicUrl).origin;
}
