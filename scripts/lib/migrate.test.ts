import { describe, expect, it } from 'vitest'
import { checksumOf, pendingOf } from './migrate.mjs'

const first = { name: '1_first', sql: 'CREATE TABLE a ();\n' }
const second = { name: '2_second', sql: 'CREATE TABLE b ();\n' }

const applied = (migration: { name: string; sql: string }) => ({
  migration_name: migration.name,
  checksum: checksumOf(migration.sql),
  finished_at: new Date(0) as Date | null,
  rolled_back_at: null as Date | null,
})

describe('pendingOf', () => {
  it.each([
    ['nothing is applied yet', [], ['1_first', '2_second']],
    ['the first is applied', [applied(first)], ['2_second']],
    ['all are applied', [applied(first), applied(second)], []],
    ['one was applied out of order', [applied(second)], ['1_first']],
    [
      'a failed one was rolled back',
      [{ ...applied(first), finished_at: null, rolled_back_at: new Date(0) }],
      ['1_first', '2_second'],
    ],
    [
      'line endings alone differ',
      [{ ...applied(first), checksum: checksumOf('CREATE TABLE a ();\r\n') }],
      ['2_second'],
    ],
  ])('%s', (_case, history, expected) => {
    expect(pendingOf([first, second], history).map(migration => migration.name)).toEqual(expected)
  })

  it.each([
    ['a migration failed', [{ ...applied(first), finished_at: null }], /1_first failed or was interrupted/],
    [
      'a migration was edited after it was applied',
      [{ ...applied(first), checksum: checksumOf('other') }],
      /1_first was changed/,
    ],
    ['the database is newer than the checkout', [applied(first), applied({ name: '3_third', sql: '' })], /3_third/],
  ])('refuses when %s', (_case, history, message) => {
    expect(() => pendingOf([first, second], history)).toThrow(message)
  })
})

describe('checksumOf', () => {
  it('is the SHA-256 that Prisma stores', () => {
    expect(checksumOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})
