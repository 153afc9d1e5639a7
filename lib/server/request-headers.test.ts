import { describe, expect, it } from 'vitest'
import { addressOf } from './request-headers'

describe('addressOf', () => {
  it.each([
    ['no proxy is trusted', '203.0.113.9', '198.51.100.7', 0, '198.51.100.7'],
    ['nothing was forwarded', undefined, '198.51.100.7', 0, '198.51.100.7'],
    ['one proxy says whom it saw', '203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
    ['a client wrote more before it', '1.1.1.1, 203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
    ['two proxies stand in front', '1.1.1.1, 203.0.113.9, 10.0.0.2', '10.0.0.1', 2, '203.0.113.9'],
    ['fewer entries than proxies', '203.0.113.9', '10.0.0.1', 2, '203.0.113.9'],
    ['the proxy said nothing', undefined, '10.0.0.1', 1, '10.0.0.1'],
    ['the entry is no address', 'unknown', '10.0.0.1', 1, '10.0.0.1'],
    ['the entry carries a port', '203.0.113.9:4711', '10.0.0.1', 1, '203.0.113.9'],
    ['the entry is IPv6 with a port', '[2001:db8::1]:4711', '10.0.0.1', 1, '2001:db8::1'],
    ['IPv4 came over IPv6', undefined, '::ffff:198.51.100.7', 0, '198.51.100.7'],
    ['a link-local address has a scope', undefined, 'fe80::1%eth0', 0, 'fe80::1'],
  ])('when %s', (_case, forwarded, socket, proxies, expected) => {
    expect(addressOf(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket, proxies)).toBe(expected)
  })
})
