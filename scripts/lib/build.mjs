import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { bundleServer } from './bundle.mjs'
import { fingerprint } from './fingerprint.mjs'
import { withLock } from './pid-lock.mjs'
import { generatePrismaClient } from './prisma-generate.mjs'
import { Problem } from './problem.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run, tailOf } from './run.mjs'
import { nameOf, othersServing } from './serving.mjs'
import { step } from './step.mjs'

/** @typedef {{ distDir: string, bundles: string }} Build where Next's build and the bundled server lie, relative to the project */

/** What `npm start` serves. */
export const MAIN_BUILD = { distDir: '.next', bundles: 'dist' }
/** What the tests build when the main one is stale and being served. */
export const TEST_BUILD = { distDir: '.next-test', bundles: 'dist-test' }

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
  'scripts/lib/build.mjs',
  'scripts/lib/bundle.mjs',
]

/**
 * Builds for production if any source has changed since the last build.
 * @param {Build} build
 */
export async function buildIfStale(build) {
  if (!isStale(build)) return
  await withLock(inProject('.assay/build.lock'), 'building', async lock => {
    if (!isStale(build)) return
    const [serving] = othersServing().filter(other => other.distDir === build.distDir)
    if (serving) {
      throw new Problem(
        `The sources have changed, and building would break ${nameOf(serving)}, which serves the last build. Stop it, then try again.`,
      )
    }
    await generatePrismaClient()
    const before = sourceHash()
    rmSync(stampOf(build), { force: true })
    await step('Building', async () => {
      const { code, output } = await run(process.execPath, [inProject('node_modules/next/dist/bin/next'), 'build'], {
        onStart: lock.shareWith,
        env: buildEnvironment(build),
      })
      if (code !== 0) throw new Problem(`The build failed.\n\n${tailOf(output, 60)}`)
      await bundleServer(inProject(build.bundles))
    })
    writeFileSync(stampOf(build), before)
  })
}

/**
 * Whether the build is missing or older than the sources.
 * @param {Build} build
 */
export function isStale(build) {
  const isWhole = [stampOf(build), inProject(build.bundles, 'server.mjs')].every(file => existsSync(file))
  return !isWhole || readFileSync(stampOf(build), 'utf8') !== sourceHash()
}

/** @param {Build} build */
function stampOf(build) {
  return inProject(build.distDir, '.assay-build')
}

function sourceHash() {
  const publicSettings = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
  return fingerprint(projectRoot, SOURCES, {
    facts: [process.version, ...publicSettings.map(setting => setting.join('=')).sort()],
    isLeftOut: file =>
      file.startsWith('lib/db/generated/') || /\.test\.tsx?$/.test(file) || file.startsWith('prisma/testing/'),
  })
}

/**
 * The build sees neither the real database nor real secrets, whatever the shell holds, so it cannot depend on them.
 * The placeholders only satisfy the check of the configuration when modules are loaded.
 * @param {Build} build
 * @returns {NodeJS.ProcessEnv}
 */
function buildEnvironment({ distDir }) {
  const { DIRECT_URL: _direct, ...environment } = process.env
  return {
    ...environment,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ASSAY_DIST_DIR: distDir,
    ASSAY_URL: 'http://build.invalid',
    DATABASE_URL: 'postgresql://build.invalid/none',
    NEXTAUTH_SECRET: 'no-secret-is-needed-while-building',
    LOG_LEVEL: 'warn',
  }
}
