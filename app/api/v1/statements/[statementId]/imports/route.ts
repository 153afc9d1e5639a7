import { route } from '@/lib/server/route'
import { importClaims } from '@/lib/use-cases/imports/import-claims'

export const POST = route(importClaims)
