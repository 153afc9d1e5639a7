'use client'

import { useQuery } from '@tanstack/react-query'
import { ApiProblem, callApi } from '@/components/api/call'
import { readInviteContract } from '@/lib/contracts/workspace'
import { AcceptForm } from './accept-form'
import { LinkEnded } from './link-ended'

/** What an invitation offers, then the form that takes it up. The token travels in request bodies alone. */
export function Invitation({ token }: { token: string }) {
  const {
    data: offer,
    error,
    refetch,
  } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => callApi(readInviteContract, { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  if (offer) return <AcceptForm token={token} offer={offer} />
  if (error instanceof ApiProblem && isLasting(error)) {
    return (
      <LinkEnded title="This invitation has ended">
        Invitations work once, and only for a few days. Ask whoever sent it for a new one. If you have joined already,
        sign in.
      </LinkEnded>
    )
  }
  if (error) {
    return (
      <>
        <h1>Your invitation</h1>
        <p className="notice" role="alert">
          {error.message}
        </p>
        <p className="row">
          <button type="button" className="btn" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      </>
    )
  }
  return (
    <p className="quiet" role="status">
      Opening your invitation…
    </p>
  )
}

/** A lost connection or a full desk passes; a link that is not one does not. */
function isLasting({ status }: ApiProblem): boolean {
  return status >= 400 && status < 500 && status !== 429
}
