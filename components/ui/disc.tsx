/** A person's initial. The name must stand nearby or be given as `label`. */
export function Disc({
  name,
  label,
  isEmpty = false,
  isSmall = false,
}: {
  name: string
  label?: string
  isEmpty?: boolean
  isSmall?: boolean
}) {
  const classes = ['disc', isSmall ? 'disc-small' : '', isEmpty ? 'disc-empty' : ''].filter(Boolean).join(' ')
  return (
    <span
      className={classes}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    >
      {initial(name)}
    </span>
  )
}

function initial(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? '?'
}
