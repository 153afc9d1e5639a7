import { rmSync } from 'node:fs'
import path from 'node:path'
import { inProject, projectRoot } from './project.mjs'

/**
 * Bundles what runs beside Next into one file each, since Node 20 runs no TypeScript: `server.mjs` (the front door) and
 * `seed.mjs` (demo data and the first administrator's link). Packages stay in node_modules.
 * @param {string} folder absolute
 */
export async function bundleServer(folder) {
  const { build, stop } = await import('esbuild')
  rmSync(folder, { recursive: true, force: true })
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [
      { in: inProject('lib/server/front-door.ts'), out: 'server' },
      { in: inProject('prisma/seed.ts'), out: 'seed' },
    ],
    outdir: path.resolve(folder),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: inProject('tsconfig.json'),
    sourcemap: 'linked',
    logLevel: 'warning',
  }) // Its helper process would otherwise stay for as long as this command.
  await stop()
}
