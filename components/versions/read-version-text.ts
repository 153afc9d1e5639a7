import { ApiProblem } from '@/components/api/call'

/** The canonical text of one version, which the API serves as plain text. Rejects with ApiProblem. */
export async function readVersionText(statementId: string, number: number): Promise<string> {
  const response = await fetch(`/api/v1/statements/${encodeURIComponent(statementId)}/versions/${number}/text`, {
    credentials: 'same-origin',
  }).catch(() => null)
  if (!response?.ok) {
    throw new ApiProblem(response?.status ?? 0, 'internal', 'The text could not be read. Try again in a moment.')
  }
  return response.text()
}
