'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { ContactSection } from '@/components/contacts/contact-section'
import { DecisionBar } from '@/components/decisions/decision-bar'
import { DecisionSheet } from '@/components/decisions/decision-sheet'
import { ReopenDialog } from '@/components/decisions/reopen-dialog'
import { StandingDecision } from '@/components/decisions/standing-decision'
import { TakeBack } from '@/components/decisions/take-back'
import { Discussion } from '@/components/discussion/discussion'
import { QuotingProvider } from '@/components/discussion/quoting'
import { ClaimHistory } from '@/components/history/claim-history'
import { EarlierRounds } from '@/components/verdicts/earlier-rounds'
import { VerdictSection } from '@/components/verdicts/verdict-section'
import { SuspendedPart } from '@/components/versions/suspended-part'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import type { MeDto } from '@/lib/contracts/workspace'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { ClaimDialog } from './claim-dialog'
import { ClaimHead } from './claim-head'
import { ClaimJumps } from './claim-jumps'
import { ClaimMenu, type MenuAct } from './claim-menu'
import { ClaimNotes } from './claim-notes'

type Props = {
  claim: ClaimDto
  statement: StatementDto
  me: MeDto
  place: { previous: string | null; next: string | null }
  onSelect: (claimId: string) => void
  onClose: () => void
  /** Whether it came in place of something else, so that a focus that was lost with it goes to this claim. */
  takesFocus: boolean
}

/** The selected claim from top to bottom, in one scroll: its words, its verdicts, its decision, its discussion, its history. */
export function ClaimView({ claim, statement, me, place, onSelect, onClose, takesFocus }: Props) {
  const isEditor = me.role !== 'REVIEWER'
  const [act, setAct] = useState<MenuAct | 'reopen' | null>(null)
  const [sheet, setSheet] = useState<DecisionAction | null>(null)
  const [decided, setDecided] = useState<DecisionAction | null>(null)
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const verdicts = useRef<HTMLElement>(null)
  const discussion = useRef<HTMLElement>(null)
  const history = useRef<HTMLElement>(null)
  const [sections] = useState({ verdicts, discussion, history })
  const forgetDecided = useCallback(() => setDecided(null), [])

  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useFocusWhenLost(verdicts, [claim.stage, claim.round.number, claim.round.state, act, sheet].join(' '))

  const round = claim.rounds.at(-1)
  // What a split calls for comes next to its verdicts; keys let the discussion move without losing what is in it.
  const isContested = claim.status === 'SPLIT' || claim.status === 'ESCALATED'
  const talk = <Discussion key="discussion" claim={claim} sectionRef={discussion} />
  const earlier = <EarlierRounds key="earlier" claim={claim} myId={me.id} />
  const isEnded = claim.stage === 'WITHDRAWN' || claim.stage === 'MERGED'
  return (
    <article className="claim">
      <ClaimHead
        claim={claim}
        statement={statement}
        place={place}
        onSelect={onSelect}
        onClose={onClose}
        headingRef={heading}
        menu={
          isEnded ? null : (
            <ClaimMenu
              may={claim.may}
              isEditor={isEditor}
              onChoose={chosen => {
                if (chosen === 'dismiss') setSheet('DISMISS')
                else setAct(chosen)
              }}
            />
          )
        }
      />
      <ClaimJumps
        sections={sections}
        commentCount={claim.commentCount}
        onJump={part => {
          if (part === 'history') setHistoryOpen(true)
        }}
      />
      <ClaimNotes claim={claim} myId={me.id} onSelect={onSelect} />
      {claim.suspendedAt ? <SuspendedPart claim={claim} statement={statement} /> : null}
      <QuotingProvider claim={claim}>
        {round ? (
          <VerdictSection
            key={round.number}
            claim={claim}
            round={round}
            me={me}
            isEditor={isEditor}
            onRecuse={() => setAct('recuse')}
            sectionRef={verdicts}
          />
        ) : null}
        <StandingDecision claim={claim} />
        {isContested ? [talk, earlier] : [earlier, talk]}
      </QuotingProvider>
      <ContactSection claim={claim} statement={statement} />
      <ClaimHistory claim={claim} isOpen={isHistoryOpen} onToggle={setHistoryOpen} sectionRef={history} />
      <DecisionBar
        claim={claim}
        isEditor={isEditor}
        onDecide={setSheet}
        onReopen={() => setAct('reopen')}
        notice={
          decided && claim.stage === 'DECIDED' ? (
            <TakeBack claim={claim} action={decided} onOver={forgetDecided} />
          ) : null
        }
      />
      {act === 'reopen' ? (
        <ReopenDialog claim={claim} onClose={() => setAct(null)} />
      ) : act && act !== 'dismiss' ? (
        <ClaimDialog act={act} claim={claim} statement={statement} onClose={() => setAct(null)} onSelect={onSelect} />
      ) : null}
      {sheet ? (
        <DecisionSheet
          claim={claim}
          statement={statement}
          action={sheet}
          memberId={me.id}
          onAction={setSheet}
          onDecided={(_claim, action) => {
            setSheet(null)
            setDecided(action === 'RETURN' ? null : action)
          }}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </article>
  )
}

/**
 * An act can take away the very button that had the focus. Then the focus, and with it the reader, goes on at the
 * verdicts; where the focus was elsewhere nothing moves.
 */
function useFocusWhenLost(target: RefObject<HTMLElement | null>, standing: string): void {
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? event.target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of how the claim stands takes buttons away
  useEffect(() => {
    if (document.activeElement !== document.body || focused.current === null || focused.current.isConnected) return
    target.current?.focus({ preventScroll: true })
    target.current?.scrollIntoView({ block: 'start' })
  }, [target, standing])
}
