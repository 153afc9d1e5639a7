'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { NextClaimOffer } from '@/components/claims/next-claim'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import type { RoundDto } from '@/lib/contracts/rounds'
import { ClosedRound, useWasOpen } from './closed-round'
import { OwnVerdict } from './own-verdict'
import { Seal } from './seal'
import { draftFrom, type VerdictDraft } from './verdict-draft'
import { VerdictForm } from './verdict-form'
import './verdicts.css'

type Props = {
  claim: ClaimDto
  round: RoundDto
  me: PersonDto & { isTrainee?: boolean }
  isEditor: boolean
  onRecuse: () => void
  sectionRef: RefObject<HTMLElement | null>
}

/** The latest round: sealed with one's own verdict beside the seal, or open to all with what came of it. */
export function VerdictSection({ claim, round, me, isEditor, onRecuse, sectionRef }: Props) {
  const draft = useDraft(`verdict:${claim.id}:${me.id}`, draftFrom(claim))
  const [isTouched, setTouched] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const [casts, setCasts] = useState(0)
  const isKept = draft.isRestored || isTouched
  const wasOpen = useWasOpen(round.state)

  // The form that had the focus is gone: go on where its verdict is.
  useEffect(() => {
    if (casts === 0) return
    const place = heading.current ?? sectionRef.current
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: heading.current ? 'nearest' : 'start' })
  }, [casts, sectionRef])

  const keep = (next: VerdictDraft | ((before: VerdictDraft) => VerdictDraft)) => {
    draft.change(next)
    setTouched(true)
  }
  const forget = (next: VerdictDraft) => {
    draft.discard(next)
    setTouched(false)
  }

  if (round.state === 'CLOSED') {
    return (
      <section className="part" data-part="verdicts" ref={sectionRef} tabIndex={-1} aria-label="Verdicts">
        <h3 className="vh">Verdicts</h3>
        <ClosedRound claim={claim} round={round} me={me} isRevealed={wasOpen} />
        {casts > 0 ? <NextClaimOffer /> : null}
        {isKept && claim.stage === 'OPEN' ? (
          <p className="note">The round closed before your draft was cast. It is kept for the next round.</p>
        ) : null}
      </section>
    )
  }

  const isWriting = claim.may.castVerdict.allowed && (claim.myVerdict === null || isChanging)
  return (
    <>
      <section className="part" data-part="verdicts" ref={sectionRef} tabIndex={-1} aria-label="Verdicts">
        <h3 className="vh">Verdicts</h3>
        <Seal claim={claim} round={round} me={me} isEditor={isEditor} />
        {claim.may.castVerdict.allowed ? null : <p className="note">{claim.may.castVerdict.reason}</p>}
      </section>
      {isWriting ? (
        <VerdictForm
          claim={claim}
          draft={draft.value}
          onChange={keep}
          isKept={isKept}
          origin={originOf(claim, draft.value, isKept)}
          onCast={next => {
            forget(draftFrom(next))
            setChanging(false)
            setCasts(count => count + 1)
          }}
          onCancel={
            claim.myVerdict
              ? () => {
                  forget(draftFrom(claim))
                  setChanging(false)
                }
              : null
          }
          onRecuse={onRecuse}
        />
      ) : claim.myVerdict ? (
        <OwnVerdict
          claim={claim}
          verdict={claim.myVerdict}
          isTrainee={me.isTrainee === true}
          headingRef={heading}
          onChange={() => {
            if (!isKept) forget(draftFrom(claim))
            setChanging(true)
          }}
          onWithdraw={() => keep(draftFrom(claim))}
        />
      ) : null}
    </>
  )
}

/** Where the text in the form comes from, when the person has not just written it. */
function originOf(claim: ClaimDto, draft: VerdictDraft, isKept: boolean): string | null {
  if (isKept) {
    return draft.round === claim.round.number
      ? null
      : `Your draft from round ${draft.round} is filled in. Cast it again, or change it.`
  }
  if (claim.myVerdict || !claim.myLastVerdict) return null
  const last = claim.rounds.findLast(round => round.verdicts.some(({ id }) => id === claim.myLastVerdict?.id))
  return `Your verdict from ${last ? `round ${last.number}` : 'an earlier round'} is filled in. Cast it again, or change it.`
}
