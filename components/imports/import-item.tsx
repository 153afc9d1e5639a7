'use client'

import Link from 'next/link'
import { useId } from 'react'
import { Field } from '@/components/ui/field'
import type { ImportItemDto } from '@/lib/contracts/imports'
import { plain } from '@/lib/domain/hidden-characters'
import type { ImportChoice, ItemProblem } from './import-choices'
import { ImportPassage } from './import-passage'
import type { ImportStatement } from './import-words'

type Props = {
  statement: ImportStatement
  item: ImportItemDto
  choice: ImportChoice
  onChange: (choice: ImportChoice) => void
  problem: ItemProblem | undefined
}

/** One annotation: whether it is taken, where its words stand, and the claim that it makes. */
export function ImportItem({ statement, item, choice, onChange, problem }: Props) {
  const id = useId()
  const isMisplaced = problem?.field === 'place'
  return (
    <li className="import-item" data-left-out={choice.isTaken ? undefined : ''}>
      <label className="import-take">
        <input
          type="checkbox"
          checked={choice.isTaken}
          aria-describedby={isMisplaced ? `${id}-problem` : undefined}
          aria-invalid={isMisplaced || undefined}
          onChange={event => onChange({ ...choice, isTaken: event.target.checked })}
        />
        <bdi className="import-label" id={`${id}-label`}>
          {plain(item.label)}
        </bdi>
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset would say its legend twice. */}
      <div className="import-body" role="group" aria-labelledby={`${id}-label`}>
        {item.duplicateOf ? (
          <p className="small">
            {item.duplicateOf.because === 'IMPORTED'
              ? 'Imported before, as '
              : 'These words are highlighted already, as '}
            <Link href={`/statements/${statement.id}?claim=${item.duplicateOf.claimId}`}>
              <bdi>{item.duplicateOf.claimReviewed}</bdi>
            </Link>
          </p>
        ) : null}
        {item.passages.map((passage, index) => (
          <ImportPassage
            // biome-ignore lint/suspicious/noArrayIndexKey: passages never change their order.
            key={index}
            statement={statement}
            passage={passage}
            chosen={choice.chosen[index] ?? null}
            onChoose={place =>
              onChange({
                ...choice,
                isTaken: place !== null || choice.isTaken,
                chosen: choice.chosen.map((before, at) => (at === index ? place : before)),
              })
            }
          />
        ))}
        {isMisplaced ? (
          <p className="field-error" id={`${id}-problem`}>
            {problem.message}
          </p>
        ) : null}
        <Field
          label="The claim in one sentence"
          hint="What the passage asserts, not what the comment says of it."
          error={problem?.field === 'sentence' ? problem.message : undefined}
        >
          {control => (
            <textarea
              {...control}
              className="field"
              dir="auto"
              maxLength={500}
              rows={1}
              value={choice.sentence}
              onChange={event =>
                onChange({
                  ...choice,
                  sentence: event.target.value,
                  isTaken: event.target.value.trim() !== '' || choice.isTaken,
                })
              }
            />
          )}
        </Field>
      </div>
    </li>
  )
}
