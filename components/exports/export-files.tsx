import { pageCount } from '@/lib/domain/annotation-pages'
import { fileName } from '@/lib/domain/file-name'
import { ANNOTATION_TYPE, ANNOTATIONS_PER_PAGE } from '@/lib/domain/web-annotation'

type Props = {
  statement: { id: string; title: string; currentVersion: number }
  claims: number
  onLeave: () => void
}

/** Links to the statement and its claims as files. */
export function ExportFiles({ statement, claims, onLeave }: Props) {
  return (
    <ul>
      {filesOf(statement, claims).map(({ href, name, label, hint, type }) => (
        <li key={href}>
          <a href={href} download={name} type={type} onClick={onLeave}>
            {label}
            <span className="small">{hint}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

type File = { href: string; name: string; label: string; hint: string; type: string }

function filesOf({ id, title, currentVersion }: Props['statement'], claims: number): File[] {
  const at = `/api/v1/statements/${id}`
  return [
    ...annotationFiles(at, title, claims),
    {
      href: `${at}/claims.csv`,
      name: fileName(title, 'claims.csv'),
      label: 'Claims (CSV)',
      hint: 'For spreadsheets, one claim a row',
      type: 'text/csv',
    },
    {
      href: `${at}/tei.xml`,
      name: fileName(title, 'tei.xml'),
      label: 'Text and claims (TEI)',
      hint: 'For editions: the text, with the claims beside it',
      type: 'application/tei+xml',
    },
    {
      href: `${at}/versions/${currentVersion}/text`,
      name: fileName(title, 'txt'),
      label: 'Plain text',
      hint: `Version ${currentVersion}, which all places count in`,
      type: 'text/plain',
    },
  ]
}

/** One file a page; a statement with more claims than a page holds has several. */
function annotationFiles(at: string, title: string, claims: number): File[] {
  const pages = pageCount(claims)
  return Array.from({ length: pages }, (_, index) => {
    const from = index * ANNOTATIONS_PER_PAGE + 1
    const part = pages > 1 ? `, claims ${from} to ${Math.min(claims, from + ANNOTATIONS_PER_PAGE - 1)}` : ''
    return {
      href: pages > 1 ? `${at}/annotations?page=${index + 1}` : `${at}/annotations`,
      name: fileName(title, pages > 1 ? `annotations-${index + 1}.jsonld` : 'annotations.jsonld'),
      label: `Annotations (JSON-LD)${part}`,
      hint: 'For tools that read W3C Web Annotations',
      type: ANNOTATION_TYPE,
    }
  })
}
