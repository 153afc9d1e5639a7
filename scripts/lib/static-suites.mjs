import { existsSync } from 'node:fs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { checkStructure } from './structure.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/** TypeScript over everything, as one check. */
export async function checkTypes() {
  // The types of routes and of imported styles, which Next writes, and which would be missing or those of an older build.
  if (existsSync(inProject('app'))) {
    const generated = await run(process.execPath, [inProject('node_modules/next/dist/bin/next'), 'typegen'], {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (generated.code !== 0) return failed(generated.output)
  }
  return oneCheck(
    await run(process.execPath, [inProject('node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false']),
  )
}

/** Biome's lint and format over everything, as one check. */
export async function checkStyle() {
  const args = ['ci', '--colors=off', '--max-diagnostics=50', '.']
  return oneCheck(await run(process.execPath, [inProject('node_modules/@biomejs/biome/bin/biome'), ...args]))
}

/** The import rules of .ci/dependency-rules.cjs, as one check. */
export async function checkImports() {
  const { violations, files } = await checkStructure()
  if (violations.length > 0) return failed(violations.join('\n'))
  return files > 0 ? { passed: 1, failed: 0 } : failed('No source was found to check.')
}

/**
 * @param {{ code: number, output: string }} result
 * @returns {Tally}
 */
function oneCheck({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0 } : failed(output)
}

/** @param {string} output */
function failed(output) {
  console.log(output.trimEnd())
  return { passed: 0, failed: 1 }
}
