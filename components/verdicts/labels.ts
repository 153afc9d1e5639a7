import type { Confidence, Stance } from '@/lib/domain/vocabulary'

/** What a source does to the claim, as one says it. */
export const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  SUPPORTS: 'Supports',
  REFUTES: 'Refutes',
  CONTEXT: 'Context',
}

/** How sure a reviewer is. */
export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' }
