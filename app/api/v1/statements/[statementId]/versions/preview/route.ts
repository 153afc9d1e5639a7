import { route } from '@/lib/server/route'
import { previewVersion } from '@/lib/use-cases/versions/preview-version'

export const POST = route(previewVersion)
