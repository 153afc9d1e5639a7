import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A SHA-256 (hex) over names and contents of files, the same on every machine and in any order of arguments. Folders
 * stand for all the files below them; what does not exist counts too, as absent.
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 * @param {{ facts?: readonly string[], isLeftOut?: (path: string) => boolean }} [options] `facts` are hashed too;
 *   paths are given to `isLeftOut` relative to root, with forward slashes
 */
export function fingerprint(root, paths, { facts = [], isLeftOut = () => false } = {}) {
  const files = paths.flatMap(start => filesBelow(root, start)).filter(file => !isLeftOut(file))
  const hash = createHash('sha256')
  for (const file of [...new Set(files)].sort()) {
    const content = readFileSync(path.join(root, file))
    // The length between name and content keeps two lists of files from spelling the same bytes.
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  for (const fact of facts) hash.update(`\0${fact}`)
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} start
 * @returns {string[]}
 */
function filesBelow(root, start) {
  const about = statSync(path.join(root, start), { throwIfNoEntry: false })
  if (!about) return []
  if (about.isFile()) return [start]
  return readdirSync(path.join(root, start)).flatMap(name => filesBelow(root, `${start}/${name}`))
}
