import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { contentHash, type Json } from '@/lib/domain/hash'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { editMember } from './edit-member'
import { editWorkspace } from './edit-workspace'
import { listMembers } from './list-members'
import { listPolicies } from './list-policies'
import { listScales } from './list-scales'
import { readWorkspace } from './read-workspace'
import { setPolicy } from './set-policy'
import { setScale } from './set-scale'

describe('a desk', () => {
  it('begins with the default scale and policy', async () => {
    const { workspace, actors } = await makeDesk()
    expect(await readWorkspace.execute(actors.almond, {})).toMatchObject({
      id: workspace.id,
      name: workspace.name,
      version: 1,
      isSample: false,
      policy: { version: 1, ...DEFAULT_POLICY },
      scale: DEFAULT_SCALE,
    })
  })

  it('changes what it says of itself as revisions whose hashes its history carries', async () => {
    const { workspace, actors } = await makeDesk()
    const edited = await editWorkspace.execute(actors.admin, {
      version: 1,
      name: 'River desk',
      funding: 'Readers.',
      contactEmail: 'Errors@River.Example',
      showReviewerNames: true,
    })
    expect(edited).toMatchObject({ version: 2, name: 'River desk', contactEmail: 'errors@river.example' })
    expect(await editWorkspace.execute(actors.admin, { version: 2, funding: '' })).toMatchObject({
      version: 3,
      funding: '',
      name: 'River desk',
    })
    const { types, contentHashes, broken } = await historyOf(workspace.id)
    expect([types.slice(-2), broken]).toEqual([['workspace.edited', 'workspace.edited'], null])
    const rows = await db().workspaceRevision.findMany({
      where: { workspaceId: workspace.id },
      orderBy: { number: 'asc' },
    })
    expect(rows.map(row => row.number)).toEqual([1, 2, 3])
    for (const { salt, number, settings, contentHash: stored } of rows) {
      expect(contentHash(salt, 'workspace', { number, settings: settings as Json })).toBe(stored)
      expect(contentHashes).toContain(stored)
    }
  })

  it('refuses a change that was based on older settings and shows the present ones', async () => {
    const { actors } = await makeDesk()
    await editWorkspace.execute(actors.admin, { version: 1, name: 'First' })
    const refusal = await refusalOf(editWorkspace.execute(actors.admin, { version: 1, name: 'Second' }))
    expect(refusal).toMatchObject({ code: 'stale-version', details: { current: { name: 'First', version: 2 } } })
  })

  it('writes nothing where nothing changed', async () => {
    const { workspace, actors } = await makeDesk()
    const { name } = workspace
    expect(await editWorkspace.execute(actors.admin, { version: 1, name })).toMatchObject({ version: 1 })
    expect((await historyOf(workspace.id)).types).not.toContain('workspace.edited')
  })

  it.each([
    ['a NUL', { name: 'Ri\0ver' }, 'name'],
    ['a lone surrogate', { funding: 'Rea\udc00ders' }, 'funding'],
    ['an empty name', { name: '  ' }, 'name'],
    ['no address', { contactEmail: 'nobody' }, 'contactEmail'],
    ['a field of another tenant', { id: '019d0000-0000-7000-8000-000000000000' }, ''],
    ['the sample flag', { isSample: false }, ''],
  ])('refuses %s', async (_case, wrong, path) => {
    const { actors } = await makeDesk()
    const refusal = await refusalOf(editWorkspace.execute(actors.admin, { version: 1, ...wrong }))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
  })

  it('is changed by administrators alone', async () => {
    const { actors } = await makeDesk()
    const calls = [actors.almond, actors.maple].flatMap(actor => [
      refusalOf(editWorkspace.execute(actor, { version: 1, name: 'Mine' })),
      refusalOf(setPolicy.execute(actor, { basedOn: 1, ...DEFAULT_POLICY })),
      refusalOf(setScale.execute(actor, { basedOn: 1, name: 'Mine', ratings: DEFAULT_SCALE.ratings })),
      refusalOf(editMember.execute(actor, { memberId: actors.birch.memberId, version: 1, role: 'ADMIN' })),
    ])
    expect((await Promise.all(calls)).map(({ code }) => code)).toEqual(Array(8).fill('forbidden'))
  })
})

describe('the consensus policy', () => {
  it('is set as a new version, and the old one stays', async () => {
    const { workspace, actors } = await makeDesk()
    const next = { ...DEFAULT_POLICY, quorum: 4, spread: 2 }
    expect(await setPolicy.execute(actors.admin, { basedOn: 1, ...next })).toEqual({ version: 2, ...next })
    const { items } = await listPolicies.execute(actors.almond, {})
    expect(items.map(({ version, quorum }) => [version, quorum])).toEqual([
      [2, 4],
      [1, 3],
    ])
    expect((await readWorkspace.execute(actors.almond, {})).policy.version).toBe(2)
    expect(await historyOf(workspace.id)).toMatchObject({ broken: null })
  })

  it('set by two at once is set by one of them', async () => {
    const { actors } = await makeDesk({ admins: 2 })
    const tries = await Promise.allSettled(
      [actors.admin, actors.ash].map((actor, i) =>
        setPolicy.execute(actor, { basedOn: 1, ...DEFAULT_POLICY, quorum: 4 + i }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tries.flatMap(one => (one.status === 'rejected' ? one.reason.code : []))).toEqual(['stale-version'])
  })

  it.each([
    ['one verdict as consensus', { quorum: 1 }, 'quorum'],
    ['half as majority', { majorityNumerator: 1, majorityDenominator: 2 }, 'majorityNumerator'],
    ['a negative fraction', { majorityNumerator: -2, majorityDenominator: -3 }, 'majorityDenominator'],
    ['no rounds', { maxRounds: 0 }, 'maxRounds'],
    ['half a verdict', { quorum: 2.5 }, 'quorum'],
  ])('refuses %s', async (_case, wrong, path) => {
    const { actors } = await makeDesk()
    const refusal = await refusalOf(setPolicy.execute(actors.admin, { basedOn: 1, ...DEFAULT_POLICY, ...wrong }))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
  })
})

describe('the rating scale', () => {
  const [first, second] = [...DEFAULT_SCALE.ratings].filter(({ position }) => position !== null)
  const two = [
    { ...first, key: 'NO', label: 'No', position: 1 },
    { ...second, key: 'YES', label: 'Yes', position: 2 },
  ]

  it('is set as a new version in reading order, and the old one stays', async () => {
    const { workspace, actors } = await makeDesk()
    const scale = await setScale.execute(actors.admin, { basedOn: 1, name: 'Yes or no', ratings: two })
    expect(scale).toMatchObject({ version: 2, name: 'Yes or no', ratings: [{ key: 'YES' }, { key: 'NO' }] })
    const { items } = await listScales.execute(actors.almond, {})
    expect(items.map(({ version, ratings }) => [version, ratings.length])).toEqual([
      [2, 2],
      [1, DEFAULT_SCALE.ratings.length],
    ])
    expect(items[1]).toMatchObject(DEFAULT_SCALE)
    const { contentHashes } = await historyOf(workspace.id)
    for (const row of await db().scaleVersion.findMany({ where: { workspaceId: workspace.id } })) {
      const item = items.find(({ version }) => version === row.version)
      const body = { version: row.version, name: row.name, ratings: item?.ratings ?? [] }
      expect(contentHash(row.salt, 'scale', body)).toBe(row.contentHash)
      expect(contentHashes).toContain(row.contentHash)
    }
  })

  it.each([
    ['two ratings of one key', [two[0], { ...two[1], key: 'NO' }], 'ratings.1.key'],
    ['a gap in the positions', [two[0], { ...two[1], position: 3 }], 'ratings'],
    ['a NUL in a definition', [two[0], { ...two[1], definition: 'a\0b' }], 'ratings.1.definition'],
    ['a tone nobody knows', [two[0], { ...two[1], tone: 'loud' }], 'ratings.1.tone'],
    ['one rating', [two[0]], 'ratings'],
    ['thousands of ratings', Array(5_000).fill(two[0]), 'ratings'],
  ])('refuses %s', async (_case, ratings, path) => {
    const { actors } = await makeDesk()
    const refusal = await refusalOf(setScale.execute(actors.admin, { basedOn: 1, name: 'Odd', ratings }))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
  })
})

describe('the members', () => {
  it('see each other’s names, and only administrators and owners see addresses', async () => {
    const desk = await makeDesk()
    const { almond, admin } = desk.actors
    const mine = (await listMembers.execute(almond, {})).items
    expect(mine.map(({ name }) => name)).toEqual(['Almond', 'Birch', 'Cedar', 'Maple', 'Oak', 'Admin'])
    expect(mine.filter(({ email }) => email !== '')).toMatchObject([{ email: desk.emailOf(almond), isMe: true }])
    const all = (await listMembers.execute(admin, {})).items
    expect(all.every(({ email }) => email.endsWith('@desk.example'))).toBe(true)
  })

  it('change role and leave, which counts at the next thing they do', async () => {
    const { workspace, actors } = await makeDesk()
    const { admin, maple, birch } = actors
    const invite = () => editWorkspace.execute(maple, { version: 1, funding: 'Fees.' })
    await editMember.execute(admin, { memberId: maple.memberId, version: 1, role: 'ADMIN' })
    await invite() // The caller's own idea of their role is the old one; the database's counts.
    await editMember.execute(admin, { memberId: birch.memberId, version: 1, removed: true })
    expect((await refusalOf(editWorkspace.execute(birch, { version: 2, funding: '' }))).code).toBe('forbidden')
    expect((await listMembers.execute(maple, {})).items.map(({ name }) => name)).not.toContain('Birch')
    expect((await listMembers.execute(admin, {})).items.at(-1)).toMatchObject({
      name: 'Birch',
      removedAt: expect.any(String),
    })
    expect((await historyOf(workspace.id)).types).toEqual(expect.arrayContaining(['member.changed', 'member.removed']))
  })

  it('always include an administrator', async () => {
    const { actors } = await makeDesk()
    const { memberId } = actors.admin
    for (const change of [{ role: 'EDITOR' }, { removed: true }]) {
      const refusal = await refusalOf(editMember.execute(actors.admin, { memberId, version: 1, ...change }))
      expect(refusal).toMatchObject({ code: 'conflict', message: expect.stringMatching(/only administrator/) })
    }
  })

  it('always include an administrator, also when two demote each other at once', async () => {
    const { workspace, actors } = await makeDesk({ admins: 2 })
    const { admin, ash } = actors
    await Promise.allSettled([
      editMember.execute(admin, { memberId: ash.memberId, version: 1, role: 'REVIEWER' }),
      editMember.execute(ash, { memberId: admin.memberId, version: 1, removed: true }),
    ])
    const left = { workspaceId: workspace.id, role: 'ADMIN', removedAt: null } as const
    expect(await db().member.count({ where: left })).toBe(1)
  })

  it('are not changed on an older view of them, nor after they left', async () => {
    const { actors } = await makeDesk()
    const { memberId } = actors.birch
    await editMember.execute(actors.admin, { memberId, version: 1, role: 'EDITOR' })
    expect(await refusalOf(editMember.execute(actors.admin, { memberId, version: 1, role: 'ADMIN' }))).toMatchObject({
      code: 'stale-version',
      details: { current: { role: 'EDITOR', version: 2 } },
    })
    await editMember.execute(actors.admin, { memberId, version: 2, removed: true })
    const back = editMember.execute(actors.admin, { memberId, version: 3, role: 'ADMIN' })
    expect((await refusalOf(back)).code).toBe('conflict')
  })
})
