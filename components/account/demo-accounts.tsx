import { Disc } from '@/components/ui/disc'

type Props = {
  accounts: readonly { name: string; email: string }[]
  busyWith: string | null
  isReady: boolean
  onChoose: (email: string) => void
}

/** The people of the demo desk, each a button that signs in as them. */
export function DemoAccounts({ accounts, busyWith, isReady, onChoose }: Props) {
  return (
    <section className="demo" aria-labelledby="demo-name">
      <h2 id="demo-name">Demo accounts</h2>
      <p>Choose one to look around. Reviewers cast verdicts, editors decide.</p>
      <ul className="accts">
        {accounts.map(({ name, email }) => (
          <li key={email}>
            <button
              type="button"
              className="acct"
              disabled={!isReady || busyWith !== null}
              aria-busy={busyWith === email}
              onClick={() => onChoose(email)}
            >
              <Disc name={name} />
              <span>
                <b>{name}</b>
                <span className="small">{busyWith === email ? 'Signing in…' : email}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
