import { Prisma } from './client'

/** What `planMarks` selects. */
export type PlanMarksRow = {
  leadId: string | null
  leadName: string | null
  dueOn: string | null
  isOverdue: boolean
  embargoUntil: Date | null
  isEmbargoed: boolean
}

/** Columns in SQL for a statement (alias `s`): its plan as members see it where they choose their work. */
export const planMarks = Prisma.sql`
  s.lead_id::text AS "leadId",
  (SELECT u.name FROM member l JOIN "user" u ON u.id = l.user_id
    WHERE l.workspace_id = s.workspace_id AND l.id = s.lead_id) AS "leadName",
  s.due_on AS "dueOn",
  COALESCE(s.due_on < to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AND NOT EXISTS (
    SELECT 1 FROM publication p WHERE p.workspace_id = s.workspace_id AND p.statement_id = s.id), false) AS "isOverdue",
  s.embargo_until AS "embargoUntil",
  COALESCE(s.embargo_until > clock_timestamp(), false) AS "isEmbargoed"`

/** The same as the API shows it. */
export function marksOf({ leadId, leadName, dueOn, isOverdue, embargoUntil, isEmbargoed }: PlanMarksRow) {
  return {
    lead: leadId !== null && leadName !== null ? { id: leadId, name: leadName } : null,
    dueOn,
    isOverdue,
    embargoUntil: embargoUntil?.toISOString() ?? null,
    isEmbargoed,
  }
}
