import { spawn } from 'node:child_process'
import path from 'node:path'
import { bundleProgram } from './bundle.mjs'
import { generatePrismaClient } from './prisma-generate.mjs'
import { inProject, stateFolder } from './project.mjs'
import { step } from './step.mjs'

/**
 * Bundles the audit from the sources as they are: it must not depend on a build, which may be stale, nor replace one that is
 * being served.
 * @returns {Promise<string>} the program's path
 */
export async function auditProgram() {
  await generatePrismaClient()
  const program = path.join(stateFolder, 'audit', 'audit.mjs')
  await step('Bundling the audit', () => bundleProgram(inProject('prisma/audit.ts'), program))
  return program
}

/**
 * Runs it; what it prints goes where this command prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function runAudit(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', code => resolve(code ?? 1))
  })
}
