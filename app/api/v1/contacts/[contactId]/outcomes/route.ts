import { route } from '@/lib/server/route'
import { recordContactOutcome } from '@/lib/use-cases/contacts/record-contact-outcome'

export const POST = route(recordContactOutcome)
