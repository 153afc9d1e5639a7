'use client'

import { useDisclosure } from '@/components/ui/use-disclosure'
import type { ClaimDto } from '@/lib/contracts/claims'

export type MenuAct = 'edit' | 'withdraw' | 'merge' | 'assign' | 'recuse' | 'lowerQuorum' | 'dismiss'

const ACTS: readonly { act: MenuAct; label: string; permission: keyof ClaimDto['may']; isForEditors: boolean }[] = [
  { act: 'edit', label: 'Edit claim…', permission: 'edit', isForEditors: false },
  { act: 'recuse', label: 'Recuse myself…', permission: 'recuse', isForEditors: false },
  { act: 'withdraw', label: 'Withdraw claim…', permission: 'withdraw', isForEditors: false },
  { act: 'assign', label: 'Assign reviewers…', permission: 'assign', isForEditors: true },
  { act: 'lowerQuorum', label: 'Lower quorum…', permission: 'lowerQuorum', isForEditors: true },
  { act: 'merge', label: 'Merge into another…', permission: 'merge', isForEditors: true },
  { act: 'dismiss', label: 'Dismiss: no checkable claim…', permission: 'decide', isForEditors: true },
]

type Props = { may: ClaimDto['may']; isEditor: boolean; onChoose: (act: MenuAct) => void }

/** What else can be done with the claim. A disclosure, so Tab walks through it; what is not possible now says why. */
export function ClaimMenu({ may, isEditor, onChoose }: Props) {
  const { id, isOpen, close, root, button, focusButton } = useDisclosure()

  return (
    <div className="claim-menu" {...root}>
      <button {...button} type="button" className="btn btn-icon" aria-label="More to do with this claim" title="More">
        <span aria-hidden="true">···</span>
      </button>
      {isOpen ? (
        <ul className="menu claim-menu-list" id={id}>
          {ACTS.filter(({ isForEditors }) => isEditor || !isForEditors).map(({ act, label, permission }) => {
            const { allowed, reason } = may[permission]
            return (
              <li key={act}>
                <button
                  type="button"
                  aria-disabled={!allowed}
                  onClick={() => {
                    if (!allowed) return
                    close()
                    // The dialog gives the focus back to what had it, so let that be the menu's button.
                    focusButton()
                    onChoose(act)
                  }}
                >
                  {label}
                  {allowed ? null : <span className="small">{reason}</span>}
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </div>
  )
}
