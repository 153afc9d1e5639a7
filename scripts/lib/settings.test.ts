import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.mjs'

const DATABASE_URL = 'postgresql://assay@db.example/assay'
const NEXTAUTH_SECRET = 'x'.repeat(32)

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3000',
      wantsDemo: true,
    })
  })

  it.each([
    ['the address follows the port', { PORT: '4000' }, { port: 4000, url: 'http://127.0.0.1:4000' }],
    [
      'an address is reduced to its origin',
      { ASSAY_URL: 'https://assay.example.org/' },
      { url: 'https://assay.example.org' },
    ],
    [
      'empty means unset',
      { PORT: '', DATABASE_URL: '', ASSAY_DEMO: '' },
      { port: 3000, databaseUrl: undefined, wantsDemo: true },
    ],
    ['the demo can be left out', { ASSAY_DEMO: '0' }, { wantsDemo: false }],
    ['a shell that exports HOST changes nothing', { HOST: 'x86_64-linux-gnu' }, { host: '127.0.0.1' }],
    ['a database of one’s own, tried out', { DATABASE_URL }, { databaseUrl: DATABASE_URL }],
    [
      'a database of one’s own, in production',
      { DATABASE_URL, NODE_ENV: 'production', NEXTAUTH_SECRET },
      { authSecret: NEXTAUTH_SECRET },
    ],
  ])('%s', (_case, environment, expected) => {
    expect(readSettings(environment)).toMatchObject(expected)
  })

  it.each([
    ['a port that is none', { PORT: '70000' }, /PORT is "70000"/],
    ['another kind of database', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL must look like/],
    [
      'production on a database of one’s own without a secret',
      { DATABASE_URL, NODE_ENV: 'production' },
      /NEXTAUTH_SECRET is not set/,
    ],
    ['a secret that can be guessed', { NEXTAUTH_SECRET: 'changeme' }, /too short/],
    ['an address that is none', { ASSAY_URL: 'assay.example.org' }, /ASSAY_URL is "assay.example.org"/],
  ])('refuses %s', (_case, environment, message) => {
    expect(() => readSettings(environment)).toThrow(message)
  })
})
