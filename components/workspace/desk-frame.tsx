'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { callApi } from '@/components/api/call'
import { readMe } from '@/components/api/operations'
import { queryKeys } from '@/components/api/query-keys'
import { onDemandDialog, useWarmUp } from '@/components/ui/on-demand'
import { useShortcut } from '@/components/ui/shortcuts'
import type { MeDto } from '@/lib/contracts/workspace'
import './workspace.css'

const KeyboardHelp = onDemandDialog(() => import('./keyboard-help').then(part => part.KeyboardHelp))

type Desk = { me: MeDto; openHelp: () => void }

const DeskContext = createContext<Desk | null>(null)

/**
 * What every signed-in page stands in: who is here, keyboard help and the keys that lead from place to place. A page
 * puts a <TopBar> and a <main id="main"> inside; a sibling of the bar with the class `fills-desk` owns exactly what is
 * left of the window and scrolls by itself.
 */
export function DeskFrame({ me: initialMe, children }: { me: MeDto; children: ReactNode }) {
  const router = useRouter()
  useWarmUp()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { data: me } = useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => callApi(readMe, {}, { signal }),
    initialData: initialMe,
  })
  useShortcut('?', 'Show this help', () => setHelpOpen(true))
  useShortcut('g s', 'Go to statements', () => router.push('/statements'))
  useShortcut('g i', 'Go to the inbox', () => router.push('/inbox'))
  const desk = useMemo(() => ({ me, openHelp: () => setHelpOpen(true) }), [me])
  return (
    <DeskContext value={desk}>
      <div className="desk">
        <a className="skip" href="#main">
          Skip to the content
        </a>
        {children}
      </div>
      {isHelpOpen ? <KeyboardHelp onClose={() => setHelpOpen(false)} /> : null}
    </DeskContext>
  )
}

/** Who is signed in and the desk they sit at. Throws outside a DeskFrame. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskFrame above it')
  return desk
}
