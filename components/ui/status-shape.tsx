import type { ClaimStatus } from '@/lib/domain/vocabulary'
import { Shape, type ShapeName } from './shape'

const SHAPES: Readonly<Record<ClaimStatus, ShapeName>> = {
  AWAITING: 'awaiting',
  AGREED: 'agreed',
  SPLIT: 'split',
  ESCALATED: 'escalated',
  RETURNED: 'returned',
  APPROVED: 'approved',
  DISMISSED: 'dismissed',
  WITHDRAWN: 'close',
  MERGED: 'close',
}

/** The shape of a claim's status; its word must stand nearby. */
export function StatusShape({ status }: { status: ClaimStatus }) {
  return <Shape name={SHAPES[status]} />
}
