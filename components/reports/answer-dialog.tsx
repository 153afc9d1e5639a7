'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { CommandDialog } from '@/components/api/command-dialog'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useProblems } from '@/components/api/use-problems'
import { useAnnounce } from '@/components/ui/announcer'
import { Field } from '@/components/ui/field'
import { RadioList } from '@/components/ui/radio-list'
import { useDraft } from '@/components/ui/use-draft'
import { listCorrectionsContract } from '@/lib/contracts/corrections'
import { answerReportContract, type ErrorReportDto } from '@/lib/contracts/reports'
import { KIND_WORDS } from '@/lib/domain/correction'
import { MAX_REPORT_LENGTH, REPORT_STATE_WORDS } from '@/lib/domain/error-report'
import { REPORT_OUTCOMES, type ReportOutcome } from '@/lib/domain/vocabulary'
import { ReportText } from './report-text'
import { useReadAgain } from './use-reports'

type Draft = { outcome: ReportOutcome | null; text: string; correctionId: string }

type Props = { report: ErrorReportDto; isCorrection: boolean; onClose: () => void }

/** The desk's answer, as the reader finds it at the address of their receipt. */
export function AnswerDialog({ report, isCorrection, onClose }: Props) {
  const announce = useAnnounce()
  const readAgain = useReadAgain()
  const { value, change, discard } = useDraft<Draft>(`report:${report.id}:${isCorrection ? 'correction' : 'answer'}`, {
    outcome: isCorrection ? 'CORRECTED' : null,
    text: '',
    correctionId: '',
  })
  const set = (next: Partial<Draft>) => change(before => ({ ...before, ...next }))
  const answer = useCommand(answerReportContract, {
    onDone: () => {
      discard()
      readAgain()
      announce('Answered. The reader finds it at the address of their receipt.')
      onClose()
    },
  })
  const { data: corrections } = useQuery({
    queryKey: queryKeys.corrections(report.statement.id),
    queryFn: async ({ signal }) =>
      (await callApi(listCorrectionsContract, { statementId: report.statement.id }, { signal })).items,
    enabled: value.outcome === 'CORRECTED',
  })
  // Where there is one correction, it is that one until another is chosen.
  const correctionId = value.correctionId || (corrections?.length === 1 ? (corrections[0]?.id ?? '') : '')
  const problems = [
    ...(value.outcome ? [] : [{ path: 'outcome', message: 'Choose what was done.' }]),
    ...(value.outcome === 'CORRECTED' && !correctionId
      ? [{ path: 'correctionId', message: 'Choose the correction that the report led to.' }]
      : []),
    ...(value.text.trim() ? [] : [{ path: 'text', message: 'Write the answer that the reader will see.' }]),
  ]
  const { problemAt, isReady } = useProblems(problems, answer.problem)

  return (
    <CommandDialog
      title={isCorrection ? 'Link the report to a correction' : 'Answer the reader'}
      hint="The reader finds this at the address of their receipt, without your name."
      act="Answer"
      isRunning={answer.isRunning}
      problem={answer.problem}
      isPlaced={path => ['outcome', 'text', 'correctionId'].includes(path)}
      onSubmit={() => {
        if (!isReady() || value.outcome === null) return
        const { outcome, text } = value
        answer.run({ reportId: report.id, outcome, text, correctionId: outcome === 'CORRECTED' ? correctionId : null })
      }}
      onClose={onClose}
    >
      <ReportText of={report.text} />
      <RadioList
        legend="What was done"
        options={REPORT_OUTCOMES}
        labels={REPORT_STATE_WORDS}
        value={value.outcome}
        onChange={outcome => set({ outcome })}
        error={problemAt('outcome')}
      />
      {value.outcome === 'CORRECTED' ? (
        <Field
          label="Correction"
          error={problemAt('correctionId')}
          hint={
            corrections?.length === 0
              ? 'This statement has none yet. Make one where it is published, then link it here.'
              : undefined
          }
        >
          {control => (
            <select
              {...control}
              className="field"
              value={correctionId}
              onChange={event => set({ correctionId: event.target.value })}
            >
              <option value="">{corrections ? 'Choose one' : 'One moment…'}</option>
              {corrections?.map(({ id, number, kind, whatChanged }) => (
                <option key={id} value={id}>
                  {`${number}. ${KIND_WORDS[kind]}: ${whatChanged}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field label="Answer" error={problemAt('text')}>
        {control => (
          <textarea
            {...control}
            className="field"
            rows={4}
            maxLength={MAX_REPORT_LENGTH}
            dir="auto"
            value={value.text}
            onChange={event => set({ text: event.target.value })}
          />
        )}
      </Field>
    </CommandDialog>
  )
}
