import { ROLE_LABELS } from '@/components/workspace/role-labels'
import { ROLES, type Role } from '@/lib/domain/vocabulary'

type Props = {
  role: Role
  onChange: (role: Role) => void
  isDisabled?: boolean
  /** For a row where a label would be noise to the eye; elsewhere a Field around it gives `control`. */
  label?: string
  control?: { id: string }
}

/** One of the three roles. */
export function RoleSelect({ role, onChange, isDisabled = false, label, control }: Props) {
  return (
    <select
      {...control}
      className={control ? 'field' : 'field field-small'}
      aria-label={label}
      value={role}
      disabled={isDisabled}
      onChange={event => {
        const chosen = ROLES.find(option => option === event.target.value)
        if (chosen) onChange(chosen)
      }}
    >
      {ROLES.map(option => (
        <option key={option} value={option}>
          {ROLE_LABELS[option]}
        </option>
      ))}
    </select>
  )
}
