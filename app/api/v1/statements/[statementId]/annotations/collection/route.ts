import { annotationReply } from '@/lib/server/exported-reply'
import { route } from '@/lib/server/route'
import { readAnnotationCollection } from '@/lib/use-cases/exports/read-annotation-collection'

export const GET = route(readAnnotationCollection, { respond: annotationReply })
