import { route } from '@/lib/server/route'
import { createVersion } from '@/lib/use-cases/versions/create-version'
import { listVersions } from '@/lib/use-cases/versions/list-versions'

export const GET = route(listVersions)
export const POST = route(createVersion)
