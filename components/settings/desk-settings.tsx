'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { SavedNote } from '@/components/workspace/saved-note'
import { editWorkspaceContract, readWorkspaceContract, Workspace, type WorkspaceDto } from '@/lib/contracts/workspace'
import { counted } from '@/lib/domain/sentence-words'
import { useMay } from './use-may'

/** What the desk says of itself: to be changed by administrators, to be read by all. */
export function DeskSettings({ workspace: first }: { workspace: WorkspaceDto }) {
  const { data: workspace } = useQuery({
    queryKey: queryKeys.workspace,
    queryFn: ({ signal }) => callApi(readWorkspaceContract, {}, { signal }),
    initialData: first,
  })
  return useMay('workspace.edit') ? <DeskForm workspace={workspace} /> : <DeskFacts workspace={workspace} />
}

type Said = Pick<WorkspaceDto, 'name' | 'funding' | 'correctionsPolicy' | 'showReviewerNames'> & {
  contactEmail: string
  /** As typed; empty for never. */
  idleLimitDays: string
}

function saidBy({
  name,
  funding,
  correctionsPolicy,
  contactEmail,
  showReviewerNames,
  idleLimitDays,
}: WorkspaceDto): Said {
  return {
    name,
    funding,
    correctionsPolicy,
    contactEmail: contactEmail ?? '',
    showReviewerNames,
    idleLimitDays: String(idleLimitDays ?? ''),
  }
}

function DeskForm({ workspace }: { workspace: WorkspaceDto }) {
  const queries = useQueryClient()
  const [said, setSaid] = useState(() => saidBy(workspace))
  // The version that `said` began from; a later one read in the background must not hide someone else's change.
  const [basis, setBasis] = useState(workspace.version)
  const { mutate, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: () =>
      callApi(editWorkspaceContract, {
        ...said,
        contactEmail: said.contactEmail.trim() === '' ? null : said.contactEmail,
        idleLimitDays: said.idleLimitDays.trim() === '' ? null : Number(said.idleLimitDays),
        version: basis,
      }),
    onSuccess: async saved => {
      queries.setQueryData(queryKeys.workspace, saved)
      setSaid(saidBy(saved))
      setBasis(saved.version)
      await queries.invalidateQueries({ queryKey: queryKeys.me })
    },
    // Someone else saved meanwhile: the person is told, what was typed stays, and saving again puts it in place.
    onError: refusal => {
      if (!(refusal instanceof ApiProblem) || refusal.code !== 'stale-version') return
      const now = Workspace.safeParse(refusal.current)
      if (now.success) setBasis(now.data.version)
    },
  })
  const form = useFocusInvalid(error)
  const change = (part: Partial<Said>) => {
    reset()
    setSaid({ ...said, ...part })
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      <h2>The desk</h2>
      <p className="quiet">Readers see this under everything you publish from now on.</p>
      <Field label="Name" error={errorAt(error, 'name')}>
        {control => (
          <input
            {...control}
            className="field"
            value={said.name}
            onChange={event => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Who funds it"
        error={errorAt(error, 'funding')}
        hint="Readers judge a check by who paid for it. Leave nothing out that they would want to know."
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={3}
            value={said.funding}
            onChange={event => change({ funding: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="How it corrects"
        error={errorAt(error, 'correctionsPolicy')}
        hint="How to report an error, and what you do when something was wrong."
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={3}
            value={said.correctionsPolicy}
            onChange={event => change({ correctionsPolicy: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Contact for errors"
        isOptional
        error={errorAt(error, 'contactEmail')}
        hint="An e-mail address that readers may write to. It is published."
      >
        {control => (
          <input
            {...control}
            className="field"
            type="email"
            value={said.contactEmail}
            onChange={event => change({ contactEmail: event.target.value })}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={said.showReviewerNames}
          onChange={event => change({ showReviewerNames: event.target.checked })}
        />
        <span>
          Show reviewers’ names to readers
          <span className="hint">Otherwise each publication gives them pseudonyms of its own.</span>
        </span>
      </label>
      <Field
        label="Days until an idle assignment goes back"
        isOptional
        error={errorAt(error, 'idleLimitDays')}
        hint="When someone who was asked to rate a claim has not cast for so long, they are no longer asked, and the round no longer waits for them. Both they and whoever asked are told. Leave it empty for never. Readers do not see this."
      >
        {control => (
          <input
            {...control}
            className="field field-days"
            type="number"
            inputMode="numeric"
            min={1}
            max={365}
            value={said.idleLimitDays}
            onChange={event => change({ idleLimitDays: event.target.value })}
          />
        )}
      </Field>
      <ProblemNotice error={error} isPlaced={path => path in said} />
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={isPending}>
          {isPending ? 'Saving…' : 'Save'}
        </button>
        <SavedNote isShown={isSuccess} />
      </div>
    </form>
  )
}

function DeskFacts({ workspace }: { workspace: WorkspaceDto }) {
  return (
    <div className="form">
      <h2>The desk</h2>
      <p className="quiet">Administrators change this. Readers see it under everything that is published.</p>
      <dl className="desk-facts">
        <div>
          <dt>Name</dt>
          <dd>{workspace.name}</dd>
        </div>
        <div>
          <dt>Who funds it</dt>
          <dd>{workspace.funding || 'Not said'}</dd>
        </div>
        <div>
          <dt>How it corrects</dt>
          <dd>{workspace.correctionsPolicy || 'Not said'}</dd>
        </div>
        <div>
          <dt>Contact for errors</dt>
          <dd>{workspace.contactEmail ?? 'None'}</dd>
        </div>
        <div>
          <dt>Reviewers’ names</dt>
          <dd>{workspace.showReviewerNames ? 'Shown to readers' : 'Hidden from readers; pseudonyms stand for them'}</dd>
        </div>
        <div>
          <dt>Idle assignments</dt>
          <dd>
            {workspace.idleLimitDays === null
              ? 'Are never given back'
              : `Go back after ${counted(workspace.idleLimitDays, 'day')}`}
          </dd>
        </div>
      </dl>
    </div>
  )
}
