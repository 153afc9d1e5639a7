'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { RelativeTime } from '@/components/ui/relative-time'
import type { StatementVersionDto } from '@/lib/contracts/versions'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { shortAddress } from '@/lib/domain/web-address'
import { AnchorTally } from './anchor-tally'

type Props = { version: StatementVersionDto; isCurrent: boolean; compareHref: string | null }

/** One text of a statement: where and when it was retrieved, by whom, why, and what became of the passages in it. */
export function VersionEntry({ version, isCurrent, compareHref }: Props) {
  const { number, sha256, wordCount, retrievedFrom, retrievedAt, note, author, at, textUrl, anchors } = version
  return (
    <li className="version">
      <div className="version-name">
        <h3>Version {number}</h3>
        {isCurrent ? <span className="small">current</span> : null}
      </div>
      <div className="version-body">
        {note ? (
          <p className="version-note">
            <bdi>{note}</bdi>
          </p>
        ) : null}
        <p>
          Retrieved <time dateTime={retrievedAt}>{partialDateInWords(retrievedAt.slice(0, 10))}</time>
          {retrievedFrom ? (
            <>
              {' from '}
              <a href={retrievedFrom} rel="noreferrer nofollow" target="_blank">
                {shortAddress(retrievedFrom)}
              </a>
            </>
          ) : null}
          {', added by '}
          <bdi>{author.name}</bdi> <RelativeTime at={at} />
        </p>
        <p className="version-facts small">
          <span>{wordCount.toLocaleString('en')} words</span>
          <AnchorTally anchors={anchors} />
          <Hash sha256={sha256} number={number} />
        </p>
        <p className="version-acts">
          <a href={textUrl}>Read the text</a>
          {compareHref ? (
            <Link href={compareHref} scroll={false}>
              What changed from version {number - 1}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  )
}

/** The beginning of the text's SHA-256; a press copies all of it. */
function Hash({ sha256, number }: { sha256: string; number: number }) {
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256)
      setCopied(true)
      announce('SHA-256 copied.')
    } catch {
      announce(`The browser does not allow copying here. The SHA-256 is ${sha256}.`)
    }
  }
  return (
    <span>
      SHA-256 <code title={sha256}>{sha256.slice(0, 12)}…</code>{' '}
      <button
        type="button"
        className="link small"
        aria-label={`Copy the SHA-256 of version ${number}`}
        onClick={() => void copy()}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </span>
  )
}
