import path from 'node:path'

const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
const config = {
  // The project's own packages, so that both pages carry the same versions.
  turbopack: { root: projectRoot },
  outputFileTracingRoot: projectRoot,
  devIndicators: false,
}
// biome-ignore lint/style/noDefaultExport: Next asks for it
export default config
