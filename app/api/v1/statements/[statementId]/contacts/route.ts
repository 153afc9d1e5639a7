import { route } from '@/lib/server/route'
import { listContacts } from '@/lib/use-cases/contacts/list-contacts'
import { recordContact } from '@/lib/use-cases/contacts/record-contact'

export const GET = route(listContacts)
export const POST = route(recordContact)
