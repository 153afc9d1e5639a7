'use client'

import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { listRepairsContract, listVersionsContract } from '@/lib/contracts/versions'

export type VersionList = z.output<typeof listVersionsContract.output>
export type RepairList = z.output<typeof listRepairsContract.output>

// Below the statement's key, so that all that marks a statement as changed marks these as well.
const versionsKey = (statementId: string) => [...queryKeys.statement(statementId), 'versions'] as const
export const repairsKey = (statementId: string) => [...queryKeys.statement(statementId), 'repairs'] as const

/** The texts of a statement, oldest first. */
export function useVersions(statementId: string, first?: VersionList) {
  return useQuery({
    queryKey: versionsKey(statementId),
    queryFn: ({ signal }) => callApi(listVersionsContract, { statementId }, { signal }),
    ...(first ? { initialData: first } : {}),
  })
}

/** Every passage that waits for a person. Not asked for while `isWanted` is false. */
export function useRepairs(statementId: string, isWanted: boolean, first?: RepairList) {
  return useQuery({
    queryKey: repairsKey(statementId),
    queryFn: ({ signal }) => callApi(listRepairsContract, { statementId }, { signal }),
    enabled: isWanted,
    ...(first ? { initialData: first } : {}),
  })
}
