import type { AskableDto } from '@/lib/contracts/assignments'
import type { AssignDraft, Preview } from './assign-draft'

type Props = {
  members: readonly AskableDto[]
  draft: AssignDraft
  preview: Preview | null
  onChange: (next: Partial<AssignDraft>) => void
}

/** The desk's members with how many claims wait for each, now and after. */
export function AssignMembers({ members, draft: { memberIds }, preview, onChange }: Props) {
  return (
    <fieldset>
      <legend className="label">Who is asked</legend>
      <div className="assign-scroll">
        <table className="assign-members">
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Waiting for them</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, name, isTrainee, load }) => {
              const after = preview?.loads.get(id)?.after ?? load
              return (
                <tr key={id}>
                  <td>
                    <label className="check">
                      <input
                        type="checkbox"
                        checked={memberIds.includes(id)}
                        onChange={event =>
                          onChange({
                            memberIds: event.target.checked
                              ? [...memberIds, id]
                              : memberIds.filter(other => other !== id),
                          })
                        }
                      />
                      <span>
                        <bdi>{name}</bdi>
                        {isTrainee ? <span className="hint">Trainee: in addition, not counted</span> : null}
                      </span>
                    </label>
                  </td>
                  <td>{load}</td>
                  <td>{after === load ? <span className="quiet">{after}</span> : <b>{after}</b>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
