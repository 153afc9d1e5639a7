'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { type ContactDto, listContactsContract } from '@/lib/contracts/contacts'

/** When the statement's claimants were asked, read again whenever something happens on the statement. */
export function useContacts(statementId: string) {
  return useQuery({
    queryKey: queryKeys.contacts(statementId),
    queryFn: async ({ signal }) => (await callApi(listContactsContract, { statementId }, { signal })).items,
  })
}

/** Puts a contact as a command replied with it in its place, and lets what depends on it be read again. */
export function usePutContact(): (contact: ContactDto) => void {
  const queries = useQueryClient()
  return contact => {
    const key = queryKeys.contacts(contact.statementId)
    queries.setQueryData<ContactDto[]>(key, before =>
      before ? [contact, ...before.filter(({ id }) => id !== contact.id)].sort(newestFirst) : before,
    )
    void queries.invalidateQueries({ queryKey: queryKeys.statement(contact.statementId) })
  }
}

function newestFirst(one: ContactDto, other: ContactDto): number {
  return other.askedOn.localeCompare(one.askedOn) || other.at.localeCompare(one.at)
}
