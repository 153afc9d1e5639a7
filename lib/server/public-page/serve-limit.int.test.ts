import { afterAll, expect, it, vi } from 'vitest'
import { closeDb } from '@/lib/db/client'
import { newSecret } from '@/lib/platform/secrets'
import { refusalOf } from '../../../prisma/testing/refusal'
import { ADDRESS_HEADER } from '../client-address'
import { servePublicPage } from './serve'

vi.hoisted(() => vi.stubEnv('ASSAY_RATE_FACTOR', '1'))
afterAll(closeDb)

function guess(address: string): Promise<Response> {
  const headers = { [ADDRESS_HEADER]: address }
  return servePublicPage(new Request(`http://127.0.0.1:3000/s/${newSecret()}`, { headers }))
}

it('stops answering an address that tries one token after another, and no other', async () => {
  for (let tried = 0; tried < 60; tried++) expect((await guess('192.0.2.1')).status).toBe(404)
  const refusal = await refusalOf(guess('192.0.2.1'))
  expect(refusal).toMatchObject({ code: 'too-many-requests', details: { retryAfter: expect.any(Number) } })
  expect((await guess('192.0.2.2')).status).toBe(404)
})
