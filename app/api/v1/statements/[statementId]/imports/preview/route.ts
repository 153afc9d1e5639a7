import { route } from '@/lib/server/route'
import { previewImport } from '@/lib/use-cases/imports/preview-import'

export const POST = route(previewImport)
