// biome-ignore-start lint/style/noProcessEnv: the framework's configuration is read before the project's own can be.
/** @type {import('next').NextConfig} */
module.exports = {
  // Tests build beside a running desk instead of under it.
  distDir: process.env.ASSAY_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Tiptap's Math.random would be called while prerendering, which this feature forbids.
  cacheComponents: false,
  // `npm test` checks types before it builds; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A lockfile in some folder above must not make Next take that for the project.
  turbopack: { root: __dirname },
  outputFileTracingRoot: __dirname,
  // Its native part is found by path, which bundling would break.
  serverExternalPackages: ['@node-rs/argon2'],
  devIndicators: false,
}
// biome-ignore-end lint/style/noProcessEnv: see above
