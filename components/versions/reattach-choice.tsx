'use client'

import { useId } from 'react'
import { Shape } from '@/components/ui/shape'
import type { StatementDto } from '@/lib/contracts/statements'
import type { RepairDto } from '@/lib/contracts/versions'
import { BROKEN_WORDS } from './anchor-words'

type Props = {
  items: readonly RepairDto[]
  value: string | null
  onChange: (targetId: string) => void
  statement: Pick<StatementDto, 'language' | 'direction'>
}

/** The passages that the current text changed or lost: one of them may be what was just selected. */
export function ReattachChoice({ items, value, onChange, statement }: Props) {
  const name = useId()
  return (
    <fieldset>
      <legend className="label">Is this where one of these stands now?</legend>
      <div className="claim-choice">
        {items.map(({ targetId, state, claim, was }) => (
          <label key={targetId}>
            <input type="radio" name={name} checked={targetId === value} onChange={() => onChange(targetId)} />
            <span>
              <span dir="auto">{claim.claimReviewed}</span>
              <span className="small">
                <Shape name={BROKEN_WORDS[state].shape} /> {BROKEN_WORDS[state].word}:{' '}
                <bdi lang={statement.language}>“{was.exact}”</bdi>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
