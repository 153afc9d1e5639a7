import type { StatementSummaryDto } from '@/lib/contracts/statements'

/** What the dialog holds: text as its fields have it. */
export type PlanDraft = {
  leadId: string
  dueOn: string
  /** As `datetime-local` writes it: in the time zone of whoever plans. */
  embargo: string
}

/** A statement's plan as the form shows it; the embargo in the reader's own time zone, to the minute. */
export function draftOf({
  lead,
  dueOn,
  embargoUntil,
}: Pick<StatementSummaryDto, 'lead' | 'dueOn' | 'embargoUntil'>): PlanDraft {
  return { leadId: lead?.id ?? '', dueOn: dueOn ?? '', embargo: embargoUntil ? localMinute(embargoUntil) : '' }
}

/** The draft as the API takes it. An embargo that stands as it was keeps its seconds. */
export function planOf({ leadId, dueOn, embargo }: PlanDraft, stored: string | null) {
  const isSame = stored !== null && localMinute(stored) === embargo
  return {
    leadId: leadId || null,
    dueOn: dueOn || null,
    embargoUntil: embargo === '' ? null : isSame ? stored : new Date(embargo).toISOString(),
  }
}

/** "2026-11-24T09:30" in this browser's time zone. */
function localMinute(moment: string): string {
  const date = new Date(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
