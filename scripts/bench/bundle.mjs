import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { run, tailOf } from '../lib/run.mjs'
import { step } from '../lib/step.mjs'

const here = import.meta.dirname

/** Installs the peers, which nothing but the benchmark uses, if they are not there as the lock has them. */
export async function installPeers() {
  // Written last, so that half an installation is made anew.
  const record = path.join(here, 'node_modules/.assay-lock')
  const lock = readFileSync(path.join(here, 'package-lock.json'), 'utf8')
  if (existsSync(record) && readFileSync(record, 'utf8') === lock) return
  await step('Installing the peers', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress']
    const { code, output } = await run(npm, args, { cwd: here })
    if (code !== 0) throw new Problem(`The peers could not be installed.\n\n${tailOf(output)}`)
    writeFileSync(record, lock)
  })
}

/**
 * Bundles the benchmark's pages as a production build would: minified, React and all.
 * @param {string} folder absolute; emptied first
 */
export async function bundlePages(folder) {
  const { build, stop } = await import('esbuild')
  rmSync(folder, { recursive: true, force: true })
  const sources = path.join(folder, 'hypothesis')
  unpackHypothesis(sources)
  await build({
    absWorkingDir: inProject(),
    entryPoints: { page: path.join(here, 'page.ts'), anchoring: path.join(here, 'anchoring.ts') },
    outdir: folder,
    bundle: true,
    minify: true,
    // Names of classes and functions, so that a profile can be read.
    keepNames: true,
    format: 'iife',
    target: 'chrome120',
    jsx: 'automatic',
    tsconfig: inProject('tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      'hypothesis-sources/anchoring/html': path.join(sources, 'src/annotator/anchoring/html.ts'),
      'hypothesis-sources/highlighter': path.join(sources, 'src/annotator/highlighter.ts'),
      classnames: path.join(sources, 'classnames.js'),
    },
    nodePaths: [path.join(here, 'node_modules')],
    logLevel: 'warning',
  })
  await build({
    absWorkingDir: inProject(),
    stdin: {
      contents: STYLES.map(file => `@import '${inProject(file)}';`).join('\n'),
      loader: 'css',
      resolveDir: inProject(),
    },
    outfile: path.join(folder, 'page.css'),
    bundle: true,
    external: ['/fonts/*'],
    allowOverwrite: true,
    logLevel: 'warning',
  })
  await stop()
}

/** The product's own, so that every peer lays out the same text in the same way. */
const STYLES = [
  'components/ui/tokens.css',
  'components/ui/parts.css',
  'components/ui/base.css',
  'components/statement/workbench.css',
  'components/statement/highlights.css',
]

/**
 * Hypothesis publishes its client as one bundle; the source map beside it holds the sources of its anchoring and
 * highlighter as they are.
 * @param {string} folder
 */
function unpackHypothesis(folder) {
  const file = path.join(here, 'node_modules/hypothesis/build/scripts/annotator.bundle.js.map')
  /** @type {{ sources: string[], sourcesContent: string[] }} */
  const map = JSON.parse(readFileSync(file, 'utf8'))
  for (const [index, source] of map.sources.entries()) {
    const name = /^app:\/\/\/(src\/(?:annotator|shared)\/.*\.ts)$/.exec(source)?.[1]
    if (!name || name.includes('..')) continue
    const to = path.join(folder, name)
    mkdirSync(path.dirname(to), { recursive: true })
    writeFileSync(to, map.sourcesContent[index] ?? '')
  }
  // Their one package for class names, in a line.
  writeFileSync(path.join(folder, 'classnames.js'), "export default (...names) => names.filter(Boolean).join(' ')\n")
}
