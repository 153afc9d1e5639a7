'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { RelativeTime } from '@/components/ui/relative-time'
import { listSharesContract, revokeShareContract, type ShareDto } from '@/lib/contracts/publications'

/** The statement's links, newest first, with what became of them. */
export function ShareList({ statementId }: { statementId: string }) {
  const { data: shares, error } = useQuery({
    queryKey: queryKeys.shares(statementId),
    queryFn: async ({ signal }) => (await callApi(listSharesContract, { statementId }, { signal })).items,
  })
  if (error) return <p className="notice">{error.message}</p>
  if (!shares) return <p className="skeleton" aria-busy="true" />
  if (shares.length === 0) return <p className="quiet">No link yet.</p>
  return (
    <ul className="share-list">
      {shares.map(share => (
        <ShareItem key={share.id} share={share} statementId={statementId} />
      ))}
    </ul>
  )
}

const STATES: Readonly<Record<ShareDto['state'], string>> = { ACTIVE: 'Open', EXPIRED: 'Expired', REVOKED: 'Revoked' }

function ShareItem({ share, statementId }: { share: ShareDto; statementId: string }) {
  const [isAsking, setAsking] = useState(false)
  const { state, expiresAt, revokedAt } = share
  return (
    <li>
      <div className="share-line">
        <div>
          <p>
            <b>{share.label ?? 'Unnamed link'}</b>{' '}
            <span className="small">
              {STATES[state]}, publication {share.publicationNumber}, begins with <code>{share.hint}</code>
            </span>
          </p>
          <p className="small">
            {share.createdBy.name}, <RelativeTime at={share.createdAt} />
            {expiresAt && state !== 'REVOKED' ? (
              <>
                {' · '}
                {state === 'EXPIRED' ? 'ended' : 'ends'} <RelativeTime at={expiresAt} />
              </>
            ) : null}
            {revokedAt ? (
              <>
                {' · '}revoked <RelativeTime at={revokedAt} />
              </>
            ) : null}
          </p>
        </div>
        {state === 'ACTIVE' ? (
          <button type="button" className="btn btn-plain" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            Revoke…
          </button>
        ) : null}
      </div>
      {isAsking && state === 'ACTIVE' ? (
        <RevokeQuestion share={share} statementId={statementId} onClose={() => setAsking(false)} />
      ) : null}
    </li>
  )
}

type QuestionProps = { share: ShareDto; statementId: string; onClose: () => void }

function RevokeQuestion({ share, statementId, onClose }: QuestionProps) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const revoke = useCommand(revokeShareContract, {
    onDone: next => {
      queries.setQueryData<ShareDto[]>(queryKeys.shares(statementId), before =>
        before?.map(one => (one.id === next.id ? next : one)),
      )
      announce('Link revoked.')
      onClose()
    },
  })
  return (
    <div className="notice revoke">
      <p>If the check was wrong, publish a correction or retraction instead: revoking leaves readers no explanation.</p>
      <ProblemNotice error={revoke.problem} />
      <div className="row">
        <button
          type="button"
          className="btn btn-danger"
          disabled={revoke.isRunning}
          onClick={() => revoke.run({ shareId: share.id })}
        >
          {revoke.isRunning ? 'Revoking…' : 'Revoke the link'}
        </button>
        <button type="button" className="btn btn-plain" onClick={onClose}>
          Keep it
        </button>
      </div>
    </div>
  )
}
