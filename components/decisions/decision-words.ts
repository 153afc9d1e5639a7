import type { DecisionAction } from '@/lib/domain/vocabulary'

type Words = {
  /** On the button and as the sheet's title. */
  act: string
  hint: string
  /** Said when it is done. */
  done: string
  reasonLabel: string
}

/** How each act of an editor is spoken of. */
export const DECISION_WORDS: Readonly<Record<DecisionAction, Words>> = {
  APPROVE: {
    act: 'Approve',
    hint: 'Readers will see exactly this, once it is published.',
    done: 'Approved. Nothing is public until it is published.',
    reasonLabel: '',
  },
  OVERRIDE: {
    act: 'Override',
    hint: 'Readers will see both sides, once it is published.',
    done: 'Overridden. Nothing is public until it is published.',
    reasonLabel: 'Why another rating than the agreed one stands',
  },
  RESOLVE: {
    act: 'Resolve',
    hint: 'Readers will see that the reviewers did not agree, and why this stands.',
    done: 'Resolved. Nothing is public until it is published.',
    reasonLabel: 'Why this stands although the reviewers did not agree',
  },
  RETURN: {
    act: 'Return',
    hint: 'Another round follows when an editor starts it. This one counts towards no maximum, and nothing of it is published.',
    done: 'Returned. The reviewers see why; start the next round when you are ready.',
    reasonLabel: 'What should the reviewers look at again?',
  },
  DISMISS: {
    act: 'Dismiss',
    hint: 'No rating is published, only that there is no checkable claim here, and why.',
    done: 'Dismissed. Nothing is public until it is published.',
    reasonLabel: 'Why there is no checkable claim here',
  },
}

/** From what is done most to what is done seldom. Dismissing is rarer still and has its place in the menu. */
const ORDER: readonly DecisionAction[] = ['APPROVE', 'RESOLVE', 'RETURN', 'OVERRIDE']

/** The acts that have a button, in the order of the buttons. */
export function inOrder(actions: readonly DecisionAction[]): DecisionAction[] {
  return ORDER.filter(action => actions.includes(action))
}
