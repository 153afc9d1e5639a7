import { describe, expect, it } from 'vitest'
import { draftOf, planOf } from './plan-draft'

const lead = { id: '01890000-0000-7000-8000-000000000001', name: 'Almond' }
const until = '2026-11-24T09:30:12.345Z'

describe('a plan in the dialog', () => {
  it('comes out as it went in, an embargo with its seconds', () => {
    const plan = { lead, dueOn: '2026-11-24', embargoUntil: until }
    expect(planOf(draftOf(plan), until)).toEqual({ leadId: lead.id, dueOn: '2026-11-24', embargoUntil: until })
    const none = { lead: null, dueOn: null, embargoUntil: null }
    expect(planOf(draftOf(none), null)).toEqual({ leadId: null, dueOn: null, embargoUntil: null })
  })

  it('takes an embargo as the time on the reader’s own clock', () => {
    const { embargoUntil } = planOf({ leadId: '', dueOn: '', embargo: '2026-12-01T08:00' }, until)
    expect(embargoUntil).toBe(new Date(2026, 11, 1, 8, 0).toISOString())
    expect(planOf({ leadId: '', dueOn: '', embargo: '' }, until).embargoUntil).toBeNull()
  })
})
