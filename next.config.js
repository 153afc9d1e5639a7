// biome-ignore-start lint/style/noProcessEnv: the framework's configuration is read before the project's own can be.
/** @type {import('next').NextConfig} */
export default {
  // Tests build beside a running desk instead of under it.
  distDir: process.env.ASSAY_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Tiptap's Math.random would be called while prerendering, which this feature forbids.
  cacheComponents: false,
  // `npm test` checks types before it builds; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A lockfile in some folder above must not make Next take that for the project.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // No image is resized, so the optimiser and its advisories stay out; the front door refuses /_next/image.
  images: { unoptimized: true },
  // Found by path or shared by identity: native parts, workers, and error classes that Next's code and the front door's
  // must both recognise. Bundling would break or double them.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'pino',
    'rate-limiter-flexible',
  ],
  // People reach a desk on this machine by either name.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  devIndicators: false,
}
// biome-ignore-end lint/style/noProcessEnv: see above
