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
  await build(settingsFor(folder))
  // Its helper process would otherwise stay for as long as this command.
  await stop()
}

/**
 * Bundles one program that a command runs.
 * @param {string} entry absolute
 * @param {string} outfile absolute
 */
export async function bundleProgram(entry, outfile) {
  const { build, stop } = await import('esbuild')
  await build({ ...SETTINGS, entryPoints: [entry], outfile })
  await stop()
}

/**
 * Bundles the same, now and after every change of a source.
 * @param {string} folder absolute
 * @param {() => void} onBuilt called after each time that went well; what went wrong is printed
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function watchServer(folder, onBuilt) {
  const { context } = await import('esbuild')
  const watching = await context({
    ...settingsFor(folder),
    plugins: [
      {
        name: 'on-built',
        setup: build =>
          build.onEnd(({ errors }) => {
            if (errors.length === 0) onBuilt()
          }),
      },
    ],
  })
  await watching.watch()
  return () => watching.dispose()
}

/** @satisfies {import('esbuild').BuildOptions} */
const SETTINGS = /** @type {const} */ ({
  absWorkingDir: projectRoot,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  tsconfig: inProject('tsconfig.json'),
  sourcemap: 'linked',
  logLevel: 'warning',
})

/**
 * @param {string} folder
 * @returns {import('esbuild').BuildOptions}
 */
function settingsFor(folder) {
  return {
    ...SETTINGS,
    entryPoints: [
      { in: inProject('lib/server/front-door.ts'), out: 'server' },
      { in: inProject('prisma/seed.ts'), out: 'seed' },
    ],
    outdir: path.resolve(folder),
    outExtension: { '.js': '.mjs' },
  }
}
