'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { CorrectionPart } from '@/components/corrections/correction-part'
import { Dialog } from '@/components/ui/dialog'
import { RelativeTime } from '@/components/ui/relative-time'
import { listPublicationsContract, type PublicationDto } from '@/lib/contracts/publications'
import { counted } from '@/lib/domain/sentence-words'
import { CreateShareForm } from './create-share-form'
import { PublishStep } from './publish-step'
import { ShareList } from './share-list'
import '@/components/corrections/corrections.css'
import './shares.css'

type Props = {
  statementId: string
  /** Why nothing is published or shared now, such as an embargo; null when it can be. */
  refusal: string | null
  /** Leads to the plan, where that is what keeps it back. */
  onPlan?: (() => void) | undefined
  onClose: () => void
}

/** What readers get: publications of the statement, and the links to them. */
export function PublishDialog({ statementId, refusal, onPlan, onClose }: Props) {
  const { data, error } = useQuery({
    queryKey: queryKeys.publications(statementId),
    queryFn: ({ signal }) => callApi(listPublicationsContract, { statementId }, { signal }),
    staleTime: 0,
  })
  const newest = data?.items[0]
  return (
    <Dialog title="Publish" hint="Readers see a publication through a link, without signing in." onClose={onClose}>
      <div className="dialog-body publish">
        {refusal ? (
          <p className="note">
            {refusal}{' '}
            {onPlan ? (
              <button type="button" className="link" onClick={onPlan}>
                Plan…
              </button>
            ) : null}
          </p>
        ) : null}
        {error ? (
          <p className="notice" role="alert">
            {error.message}
          </p>
        ) : null}
        {!data && !error ? <p className="skeleton publish-wait" aria-busy="true" /> : null}
        {data ? (
          <section aria-label="What would be published">
            <PublishStep statementId={statementId} newest={newest} next={data} />
          </section>
        ) : null}
        {data && newest ? (
          <>
            <section aria-labelledby="links-name">
              <h3 className="part-name" id="links-name">
                Links
              </h3>
              <CreateShareForm statementId={statementId} newest={newest} isHeld={refusal !== null} />
              <ShareList statementId={statementId} />
            </section>
            <CorrectionPart statementId={statementId} claims={data.publishedClaims} />
            <section>
              <details>
                <summary>{counted(data.items.length, 'publication')} so far</summary>
                <Publications items={data.items} />
              </details>
            </section>
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

function Publications({ items }: { items: readonly PublicationDto[] }) {
  return (
    <ol className="publications">
      {items.map(({ id, number, at, by, claimCount, snapshotHash }) => (
        <li key={id}>
          <p>
            <b>Publication {number}</b>{' '}
            <span className="small">
              {counted(claimCount, 'claim')}, by {by.name}, <RelativeTime at={at} />
            </span>
          </p>
          <p className="small hash">SHA-256 {snapshotHash}</p>
        </li>
      ))}
    </ol>
  )
}
