import type { CorrectionDto } from '@/lib/contracts/corrections'
import { KIND_WORDS } from '@/lib/domain/correction'
import { DateText } from './date-text'
import { Isolated, linesOf, Text } from './text'

type Told = Pick<CorrectionDto, 'kind' | 'at' | 'whatChanged' | 'why'>

type Props = {
  correction: Told
  /** Whether it stands on a publication that does not have the change itself. */
  isLater?: boolean
}

/** One correction in full: what it is called, when, what changed and why. */
export function CorrectionNote({ correction: { kind, at, whatChanged, why }, isLater = false }: Props) {
  return (
    <div className="correction">
      <p>
        <b>{KIND_WORDS[kind]}</b>, <DateText of={at} />
        {isLater ? '. A later publication has it.' : '.'}
      </p>
      <Lines of={whatChanged} />
      <Lines of={why} label="Why: " />
    </div>
  )
}

function Lines({ of, label }: { of: string; label?: string }) {
  return linesOf(of).map(({ at, line }, index) =>
    label && index === 0 ? (
      <p key={at}>
        <b>{label}</b>
        <Isolated of={line} />
      </p>
    ) : (
      <p key={at} dir="auto">
        <Text of={line} />
      </p>
    ),
  )
}
