import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inProject, projectRoot } from './project.mjs'

/** @typedef {Record<string, unknown>} Node of swc's syntax tree */
/** @typedef {{ parseFileSync: ((file: string, settings: object) => { body: Node[] }) & { isTaught?: boolean } }} Swc */

const require = createRequire(import.meta.url)
const ROOMS = ['app', 'components', 'lib', 'prisma', 'e2e', 'proxy.ts', 'instrumentation.ts']

/**
 * Checks the sources against .ci/dependency-rules.cjs.
 * @param {{ root?: string }} [options] of another tree with the same rooms, for trying the rules
 * @returns {Promise<{ violations: string[], files: number }>} one line for each violation, empty when all is well
 */
export async function checkStructure({ root = projectRoot } = {}) {
  teachSwc()
  const { cruise } = await import('dependency-cruiser')
  const { forbidden, options } = require(inProject('.ci/dependency-rules.cjs'))
  const { output } = await cruise(
    ROOMS.filter(room => existsSync(`${root}/${room}`)),
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: root },
    {
      alias: { '@': root },
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser returned a report instead of a result')
  const comments = new Map(
    forbidden.map((/** @type {{ name: string, comment: string }} */ rule) => [rule.name, rule.comment]),
  )
  return {
    violations: output.summary.violations.map(({ from, to, rule, cycle }) => {
      const path = cycle ? [from, ...cycle.map(step => step.name)] : [from, to]
      return `${path.join(' → ')}\n    ${rule.name}: ${comments.get(rule.name)}`
    }),
    files: output.summary.totalCruised,
  }
}

/**
 * dependency-cruiser reads TypeScript through TypeScript's own API, which version 7 no longer has, or through swc, which it
 * asks neither for JSX nor for `import('…')` inside types. Both are added here, to the module object they share.
 */
function teachSwc() {
  const swc = /** @type {Swc} */ (/** @type {unknown} its own types forbid what follows */ (require('@swc/core')))
  const parse = swc.parseFileSync
  if (parse.isTaught) return
  /** @type {Swc['parseFileSync']} */
  const parseAll = (file, settings) => {
    const tree = parse(file, { ...settings, tsx: file.endsWith('x') })
    tree.body.push(...typeImportsIn(tree.body).map(asImportDeclaration))
    return tree
  }
  parseAll.isTaught = true
  swc.parseFileSync = parseAll
}

/**
 * The `import('x')` types below a node.
 * @param {unknown} node
 * @returns {Node[]} their string literals
 */
function typeImportsIn(node) {
  if (node === null || typeof node !== 'object') return []
  const below = Object.values(node).flatMap(typeImportsIn)
  if (!('type' in node) || node.type !== 'TsImportType' || !('argument' in node)) return below
  return [/** @type {Node} swc has a string literal here */ (node.argument), ...below]
}

/** @param {Node} source */
function asImportDeclaration(source) {
  return {
    type: 'ImportDeclaration',
    span: source.span,
    specifiers: [],
    source,
    typeOnly: true,
    with: null,
    phase: 'evaluation',
  }
}
