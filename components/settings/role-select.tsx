import { ROLE_LABELS } from '@/components/workspace/role-labels'
import { ROLES, type Role } from '@/lib/domain/vocabulary'

type Props = { label: string; role: Role; isDisabled?: boolean; onChange: (role: Role) => void }

/** One of the three roles, for a row where its label would be noise to the eye. */
export function RoleSelect({ label, role, isDisabled = false, onChange }: Props) {
  return (
    <select
      className="field field-small"
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
