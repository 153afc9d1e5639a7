/** The one password of the demo accounts. Public by intent: it opens nothing but sample data on the embedded database. */
export const DEMO_PASSWORD = 'assay demo desk'

/** Who sits at the demo desk, as prisma/demo/demo.json lists them; the sign-in page offers them, the seed creates them. */
export const DEMO_ACCOUNTS: readonly { name: string; email: string; role: 'REVIEWER' | 'EDITOR' | 'ADMIN' }[] = [
  { name: 'Almond (demo reviewer)', email: 'almond@demo.example', role: 'REVIEWER' },
  { name: 'Birch (demo reviewer)', email: 'birch@demo.example', role: 'REVIEWER' },
  { name: 'Cedar (demo reviewer)', email: 'cedar@demo.example', role: 'REVIEWER' },
  { name: 'Maple (demo editor)', email: 'maple@demo.example', role: 'EDITOR' },
  { name: 'Oak (demo editor)', email: 'oak@demo.example', role: 'EDITOR' },
  { name: 'Admin (demo)', email: 'admin@demo.example', role: 'ADMIN' },
]
