import { describe, expect, it } from 'vitest'
import { shortAddress, siteOf } from './web-address'

describe('an address in short', () => {
  it.each([
    ['https://www.desk.example/', 'desk.example', 'desk.example'],
    ['https://desk.example/a/b?c=d#e', 'desk.example', 'desk.example/a/b'],
    ['http://desk.example:8080/a', 'desk.example', 'desk.example:8080/a'],
    ['https://wwwdesk.example', 'wwwdesk.example', 'wwwdesk.example'],
    ['shelf 12', 'shelf 12', 'shelf 12'],
  ])('%s is %s and %s', (address, site, short) => {
    expect([siteOf(address), shortAddress(address)]).toEqual([site, short])
  })
})
