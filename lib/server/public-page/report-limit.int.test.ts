import { afterAll, expect, it, vi } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { makePublishedDesk } from '../../../prisma/testing/published'
import { ADDRESS_HEADER } from '../client-address'
import { servePublicPage } from './serve'

vi.hoisted(() => vi.stubEnv('ASSAY_RATE_FACTOR', '1'))
afterAll(closeDb)

it('takes ten reports an hour from one address, then keeps the text and says when to come back', async () => {
  const { token, shareId } = await makePublishedDesk()
  const send = (address: string) =>
    servePublicPage(
      new Request(`http://127.0.0.1:3000/s/${token}/report`, {
        method: 'POST',
        headers: { [ADDRESS_HEADER]: address, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'text=The+register+says+otherwise.',
      }),
    )
  for (let sent = 0; sent < 10; sent++) expect((await send('192.0.2.7')).status).toBe(303)
  const refused = await send('192.0.2.7')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const html = await refused.text()
  expect(html).toContain('The register says otherwise.</textarea>')
  expect(html).toContain('Copy what you wrote and send it again in')
  expect((await send('192.0.2.8')).status).toBe(303)
  expect(await db().errorReport.count({ where: { shareId } })).toBe(11)
  // The link itself is a secret and is not what is counted by.
  const keys = await db().rateLimit.findMany({ where: { key: { contains: 'report-share' } } })
  expect(keys.length).toBeGreaterThan(0)
  expect(JSON.stringify(keys.map(({ key }) => key))).not.toContain(token.slice(0, 10))
})
