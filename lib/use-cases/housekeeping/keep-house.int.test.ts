import { afterAll, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { makeDesk } from '@/prisma/testing/factories'
import { createStatement } from '../statements/create-statement'
import { keepHouse } from './keep-house'

afterAll(closeDb)

it('forgets the replies kept for requests sent again after a day, not before', async () => {
  const { almond } = (await makeDesk()).actors
  const input = { title: 'Remarks', claimant: 'The harbour office', language: 'en', text: 'Arrivals rose.' }
  const send = (idempotencyKey: string) => createStatement.execute(almond, input, { idempotencyKey })
  const [old, fresh] = [await send('old'), await send('fresh')]
  const isOf = (key: string) => ({ memberId_key: { memberId: almond.memberId, key } })
  const ago = (hours: number) => ({ createdAt: new Date(Date.now() - hours * 3_600_000) })
  await db().idempotencyKey.update({ where: isOf('old'), data: ago(25) })
  await db().idempotencyKey.update({ where: isOf('fresh'), data: ago(23) })
  await keepHouse()
  expect((await send('fresh')).id).toBe(fresh.id)
  expect((await send('old')).id).not.toBe(old.id)
})
