import { annotationReply } from '@/lib/server/exported-reply'
import { route } from '@/lib/server/route'
import { readAnnotations } from '@/lib/use-cases/exports/read-annotations'

export const GET = route(readAnnotations, { respond: annotationReply })
