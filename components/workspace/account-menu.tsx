'use client'

import { Disc } from '@/components/ui/disc'
import { onDemandPart } from '@/components/ui/on-demand'
import { useDisclosure } from '@/components/ui/use-disclosure'
import { useDesk } from './desk-frame'

const AccountPlaces = onDemandPart(() => import('./account-places').then(part => part.AccountPlaces))

/** Who one is, what one may, and the places that belong to oneself. A disclosure, so Tab walks through it. */
export function AccountMenu() {
  const { me } = useDesk()
  const { id, isOpen, close, root, button } = useDisclosure()

  return (
    <div className="account" {...root}>
      <button
        {...button}
        type="button"
        className="btn btn-icon"
        aria-label={`${me.name}, your account`}
        title={`${me.name}, your account`}
      >
        <Disc name={me.name} isSmall />
      </button>
      {isOpen ? (
        <div className="menu account-menu" id={id}>
          <AccountPlaces onLeave={close} />
        </div>
      ) : null}
    </div>
  )
}
