import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/platform/demo-accounts'
import { env } from '@/lib/platform/env'

export type DemoDesk = { password: string; accounts: readonly { name: string; email: string }[] }

/** The accounts to offer on the sign-in page, or null where this is not the demo. */
export function demoDesk(): DemoDesk | null {
  if (env().ASSAY_DEMO !== '1') return null
  return { password: DEMO_PASSWORD, accounts: DEMO_ACCOUNTS.map(({ name, email }) => ({ name, email })) }
}
