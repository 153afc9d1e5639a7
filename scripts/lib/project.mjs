import path from 'node:path'

/** The folder that holds package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** What these scripts remember about this checkout (locks, who is serving); the default data folder too. */
export const stateFolder = path.join(projectRoot, '.assay')

/**
 * A path inside the project.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts)
}
