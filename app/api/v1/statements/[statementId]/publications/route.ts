import { route } from '@/lib/server/route'
import { listPublications } from '@/lib/use-cases/publications/list-publications'
import { publish } from '@/lib/use-cases/publications/publish'

export const GET = route(listPublications)
export const POST = route(publish)
