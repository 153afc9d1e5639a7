import { describe, expect, it } from 'vitest'
import { isComplete } from './install.mjs'

const manifest = { dependencies: { next: '16.0.0' }, devDependencies: { vitest: '4.0.0' } }
const wanted = {
  packages: {
    '': manifest,
    'node_modules/next': { version: '16.0.0', integrity: 'sha512-a' },
    'node_modules/swc-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/swc-darwin': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
    'node_modules/vitest': { version: '4.0.0', dev: true },
  },
}
const installed = {
  packages: {
    'node_modules/next': wanted.packages['node_modules/next'],
    'node_modules/swc-linux': wanted.packages['node_modules/swc-linux'],
    'node_modules/vitest': wanted.packages['node_modules/vitest'],
  },
}
const here = { platform: 'linux', arch: 'x64' }

/** The installation without one package, or with another entry for it. */
const installedBut = (name: string, entry?: object) => {
  const { [name as keyof typeof installed.packages]: _left, ...rest } = installed.packages
  return { packages: entry ? { ...rest, [name]: entry } : rest }
}

describe('isComplete', () => {
  it.each([
    ['everything the lock names for this platform is there', installed, manifest, true, true],
    ['a package is missing', installedBut('node_modules/next'), manifest, true, false],
    ['a package has another version', installedBut('node_modules/next', { version: '15.0.0' }), manifest, true, false],
    [
      'a package has the same version and other content',
      installedBut('node_modules/next', { version: '16.0.0', integrity: 'sha512-b' }),
      manifest,
      true,
      false,
    ],
    [
      'a package is there that the lock does not name',
      installedBut('node_modules/left', { version: '1' }),
      manifest,
      true,
      false,
    ],
    ['the tools are missing and wanted', installedBut('node_modules/vitest'), manifest, true, false],
    ['the tools are missing and not wanted', installedBut('node_modules/vitest'), manifest, false, true],
    [
      'package.json asks for a version the lock does not know',
      installed,
      { ...manifest, dependencies: { next: '17.0.0' } },
      true,
      false,
    ],
  ])('%s', (_case, present, packageJson, withTools, expected) => {
    expect(isComplete(wanted, present, packageJson, { withTools, ...here })).toBe(expected)
  })

  it('is false for an installation carried over from another platform', () => {
    expect(isComplete(wanted, installed, manifest, { withTools: true, platform: 'darwin', arch: 'x64' })).toBe(false)
  })
})
