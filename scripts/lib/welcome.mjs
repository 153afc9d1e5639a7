/**
 * Tells a person where the desk is and how to get in.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ demo?: import('./seed.mjs').Demo, setupPath?: string | null, place: string }} about `place`: where its data is
 */
export function printWelcome(settings, { demo, setupPath, place }) {
  const listens = `http://${settings.host}:${settings.port}`
  const behind = settings.url === listens ? '' : ` (listening on ${listens})`
  const lines = ['', `Assay is running: ${settings.url}${behind}`, '']
  if (demo && demo.accounts.length > 0) {
    const width = Math.max(...demo.accounts.map(account => account.email.length))
    lines.push(
      `  Sample accounts (password for all: ${demo.password})`,
      ...demo.accounts.map(account => `    ${account.email.padEnd(width)}  ${account.role.toLowerCase()}`),
      '',
    )
    if (demo.sharePath)
      lines.push('  What the public sees of the sample desk', `    ${settings.url}${demo.sharePath}`, '')
  }
  if (setupPath) {
    lines.push(
      '  Nobody administers this desk yet. This link lets one person set it up, once:',
      `    ${settings.url}${setupPath}`,
      '',
    )
  }
  lines.push(`  Data: ${place}`, '  Ctrl-C stops it.', '')
  console.log(lines.join('\n'))
}
