import type { SentencePart } from '@/lib/domain/sentence'
import type { NoticeKind } from '@/lib/domain/vocabulary'

/** What a notice is told from. */
export interface NoticeFacts {
  readonly kind: NoticeKind
  /** Who did it; null for the desk itself or a reader. */
  readonly actor: { readonly name: string } | null
}

/** What happened, in one plain sentence. Where it happened, the claim or the statement, stands beside it. */
export function noticeSentence({ kind, actor }: NoticeFacts): SentencePart[] {
  const [byName, byItself] = WORDS[kind]
  return [{ text: actor ? byName.replace('{name}', () => actor.name) : byItself }]
}

/** As one says it of a person, and where nobody in particular did it. */
const WORDS: Readonly<Record<NoticeKind, readonly [string, string]>> = {
  ASSIGNED: ['{name} asks for your verdict.', 'Your verdict is asked for.'],
  ASSIGNMENT_RETURNED: ['{name} gave an assignment back.', 'An assignment went back: nobody had taken it up.'],
  MADE_LEAD: ['{name} made you the lead.', 'You are the lead now.'],
  MENTIONED: ['{name} mentioned you in the discussion.', 'You were mentioned in the discussion.'],
  REPLIED: ['{name} answered in a thread you write in.', 'A thread you write in has an answer.'],
  ROUND_OPENED: ['{name} opened a round that waits for your verdict.', 'A round is open and waits for your verdict.'],
  ESCALATED: [
    'The reviewers could not agree: an editor resolves it.',
    'The reviewers could not agree: an editor resolves it.',
  ],
  REPORT_RECEIVED: ['A reader reported an error.', 'A reader reported an error.'],
}
