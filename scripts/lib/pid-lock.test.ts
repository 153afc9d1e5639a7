import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from './pid-lock.mjs'
import { identityOf } from './process-identity.mjs'

let file = ''

beforeEach(() => {
  file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pid-lock-')), 'test.lock')
})
afterEach(() => rmSync(path.dirname(file), { recursive: true }))

const heldBy = (...holders: string[]) => writeFileSync(file, JSON.stringify({ holders, purpose: 'testing' }))

describe('withLock', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await pause(5)
      inside--
    }
    await Promise.all([1, 2, 3].map(() => withLock(file, 'testing', work)))
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('opens again when the work fails', async () => {
    await expect(withLock(file, 'testing', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(file, 'testing', async () => 'done')).toBe('done')
  })

  it.each([
    ['its holder is dead', () => heldBy(`${spawnSync(process.execPath, ['-e', '']).pid}:1`)],
    ['its holder’s number now belongs to another process', () => heldBy(`${process.pid}:0`)],
    ['it is half written', () => writeFileSync(file, '{"hol')],
  ])('takes over a lock when %s', async (_case, leave) => {
    leave()
    expect(await withLock(file, 'testing', async () => 'done')).toBe('done')
  })

  it('waits for what its dead holder started', async () => {
    heldBy(`${process.pid}:0`, identityOf(process.pid) ?? '')
    const order: string[] = []
    const waiting = withLock(file, 'testing', async () => order.push('in'))
    await pause(150)
    order.push('ended')
    rmSync(file)
    await waiting
    expect(order).toEqual(['ended', 'in'])
  })

  it('names those it is shared with', async () => {
    await withLock(file, 'testing', async lock => {
      lock.shareWith(process.ppid)
      expect(JSON.parse(readFileSync(file, 'utf8')).holders).toEqual([
        identityOf(process.pid),
        identityOf(process.ppid),
      ])
    })
  })
})
