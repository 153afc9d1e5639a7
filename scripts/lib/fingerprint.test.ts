import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'))
  mkdirSync(path.join(root, 'lib/inner'), { recursive: true })
  writeFileSync(path.join(root, 'lib/a.ts'), 'a')
  writeFileSync(path.join(root, 'lib/inner/b.ts'), 'b')
  writeFileSync(path.join(root, 'lib/a.test.ts'), 't')
  writeFileSync(path.join(root, 'next.config.js'), 'c')
})
afterEach(() => rmSync(root, { recursive: true }))

const options = { facts: ['production'], isLeftOut: (file: string) => file.endsWith('.test.ts') }
const ofAll = () => fingerprint(root, ['lib', 'next.config.js', 'absent'], options)

describe('fingerprint', () => {
  it.each([
    ['a file changes', () => writeFileSync(path.join(root, 'lib/inner/b.ts'), 'B')],
    ['a file appears', () => writeFileSync(path.join(root, 'lib/new.ts'), '')],
    ['a file goes', () => rmSync(path.join(root, 'lib/a.ts'))],
    ['what was absent is there', () => writeFileSync(path.join(root, 'absent'), '')],
    [
      'the same bytes stand in another file',
      () => {
        rmSync(path.join(root, 'lib/a.ts'))
        writeFileSync(path.join(root, 'lib/z.ts'), 'a')
      },
    ],
  ])('changes when %s', (_case, change) => {
    const before = ofAll()
    change()
    expect(ofAll()).not.toBe(before)
  })

  it('changes with a fact', () => {
    expect(fingerprint(root, ['lib'], { facts: ['a'] })).not.toBe(fingerprint(root, ['lib'], { facts: ['b'] }))
  })

  it('stays the same when only a file that is left out changes, and whatever the order of paths', () => {
    const before = ofAll()
    writeFileSync(path.join(root, 'lib/a.test.ts'), 'changed')
    expect(ofAll()).toBe(before)
    expect(fingerprint(root, ['next.config.js', 'lib', 'absent'], options)).toBe(before)
  })
})
