import { CopyField } from '@/components/ui/copy-field'

type Props = {
  /** What the secret is, such as "Invitation for jo@desk.example". */
  label: string
  secret: string
  hint: string
}

/** A secret that is shown this once, ready to copy and hard to overlook. */
export function CopyOnce({ label, secret, hint }: Props) {
  return (
    <div className="copy-once">
      <CopyField label={label} value={secret} hint={hint} />
    </div>
  )
}
