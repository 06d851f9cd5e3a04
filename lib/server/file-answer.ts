import 'server-only';

type FileAnswer = { fileName: string; body: string; contentType: string };

/** A file to keep, for one person only: nothing on the way stores it, no browser shows or guesses it. */
export function respondFile({ fileName, body, contentType }: FileAnswer): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
