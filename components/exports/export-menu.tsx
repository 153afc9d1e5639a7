'use client'

import { onDemandPart } from '@/components/ui/on-demand'
import { useDisclosure } from '@/components/ui/use-disclosure'
import './exports.css'

const ExportFiles = onDemandPart(() => import('./export-files').then(part => part.ExportFiles))

type Props = {
  statement: { id: string; title: string; currentVersion: number }
  /** How many claims an export has. */
  claims: number
}

/** The statement and its claims as files. A disclosure of links, so Tab walks through it and each can be saved, opened or copied. */
export function ExportMenu({ statement, claims }: Props) {
  const { id, isOpen, close, root, button } = useDisclosure()
  return (
    <div className="export-menu" {...root}>
      <button {...button} type="button" className="btn btn-plain btn-small">
        Export
      </button>
      {isOpen ? (
        <div className="menu export-menu-list" id={id}>
          <ExportFiles statement={statement} claims={claims} onLeave={close} />
        </div>
      ) : null}
    </div>
  )
}
