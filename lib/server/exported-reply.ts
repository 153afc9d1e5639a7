import type { ExportedFileDto } from '@/lib/contracts/annotations'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { entity, MEMBERS_ONLY } from './entity'

/** A reply of Web Annotations, as the Web Annotation Protocol has it: JSON-LD with its profile, and an ETag. */
export function annotationReply(reply: unknown, request: Request): Response {
  return entity(JSON.stringify(reply), { ...MEMBERS_ONLY, 'content-type': ANNOTATION_TYPE }, request)
}

/** A file that browsers keep under its name (RFC 6266), with an ETag. */
export function fileReply({ name, content }: ExportedFileDto, type: string, request: Request): Response {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`
  return entity(content, { ...MEMBERS_ONLY, 'content-type': type, 'content-disposition': disposition }, request)
}

/** RFC 8187: what encodeURIComponent leaves and a parameter may not hold. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
