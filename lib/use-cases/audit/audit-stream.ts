import { type AuditEvent, eventPages, readHead } from '@/lib/db/audit-events'
import type { Tx } from '@/lib/db/client'
import { type BrokenLink, type ChainHead, verifyChain } from '@/lib/domain/hash-chain'
import { isEventType } from '@/lib/domain/history-lines'
import type { Audit } from './findings'

const PROBLEMS: Readonly<Record<BrokenLink['problem'], string>> = {
  MISSING: 'is missing.',
  FOREIGN: 'belongs to another history.',
  UNLINKED: 'does not carry the hash of the event before it.',
  ALTERED: 'is not what its hash was made of.',
}

type Stream = { id: string; workspaceId: string; kind: 'STATEMENT' | 'WORKSPACE'; name: string }

/** Follows one chain from its first event to its head. `onEvent` sees each event once, in order, whatever was found. */
export async function auditStream(
  tx: Tx,
  audit: Audit,
  { id, workspaceId, kind, name }: Stream,
  onEvent: (event: AuditEvent) => void,
): Promise<number> {
  const head = await readHead(tx, id)
  if (!head) {
    audit.report(name, 'it has no history at all: its event_stream row is missing.')
    return 0
  }
  audit.saw('event_stream', 1)
  audit.tally.chains++
  audit.expect(`event_stream of ${name}`, 'kind', head.kind, kind)
  audit.expect(`event_stream of ${name}`, 'workspace_id', head.workspaceId, workspaceId)
  let last: ChainHead = { seq: 0, hash: null }
  let isBroken = false
  let count = 0
  for await (const page of eventPages(tx, id)) {
    const broken = isBroken ? null : verifyChain(page, undefined, last)
    if (broken) {
      isBroken = true
      audit.report(`the history of ${name}, event ${broken.seq}`, PROBLEMS[broken.problem])
    }
    for (const event of page) {
      const place = `the history of ${name}, event ${event.seq}`
      audit.expect(place, 'workspace_id', event.workspaceId, workspaceId)
      if (!isEventType(event.type)) audit.report(place, `this version knows no event of type ${event.type}.`)
      onEvent(event)
    }
    count += page.length
    const end = page.at(-1)
    if (end) last = { seq: end.seq, hash: end.hash }
  }
  audit.saw('event', count)
  audit.tally.events += count
  if (!isBroken) {
    audit.expect(`event_stream of ${name}`, 'seq', head.seq, last.seq)
    audit.expect(`event_stream of ${name}`, 'head', head.head, last.hash)
  }
  return count
}
