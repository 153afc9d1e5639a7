import { describe, expect, it } from 'vitest'
import { makeDesk } from './factories'
import { historyOf } from './history'

describe('makeDesk', () => {
  it('makes a desk with a whole history and the people asked for', async () => {
    const desk = await makeDesk({ reviewers: 2, editors: 1, policy: { quorum: 2 } })
    const { workspace, actors, reviewers, editors } = desk
    expect(reviewers).toEqual([actors.almond, actors.birch])
    expect(editors).toEqual([actors.maple])
    expect(actors.admin.role).toBe('ADMIN')
    expect(() => actors.cedar).toThrow('no cedar')
    const { types, broken } = await historyOf(workspace.id)
    expect(types).toEqual(['workspace.created', 'scale.set', 'policy.set', ...Array(4).fill('member.joined')])
    expect(broken).toBeNull()
  })

  it('makes desks that share nothing', async () => {
    const [one, other] = [await makeDesk(), await makeDesk()]
    expect(one.workspace.id).not.toBe(other.workspace.id)
    expect(one.actors.almond.userId).not.toBe(other.actors.almond.userId)
  })
})
