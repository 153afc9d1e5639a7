import { describe, expect, it } from 'vitest'
import { makeDesk, makeStatement, TEST_TEXT } from './factories'
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

describe('makeStatement', () => {
  it('brings a text in as an editor would, with a history that begins there', async () => {
    const desk = await makeDesk()
    const statement = await makeStatement(desk)
    expect(statement.text).toBe(TEST_TEXT)
    expect(statement.createdBy.name).toBe('Maple')
    expect(await historyOf(statement.id)).toMatchObject({ types: ['statement.created'], broken: null })
  })
})
