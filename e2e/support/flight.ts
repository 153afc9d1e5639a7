/** Rows that are cut off here would repeat themselves for ever. */
const DEEPEST = 40

/**
 * React's payload (RSC) as one text that does not depend on how its rows were numbered, or in which order they came:
 * every reference is replaced by the row it leads to, from the first row on. Rows that nothing leads to follow, sorted.
 */
export function unrolled(payload: string): string {
  const rows = rowsOf(payload)
  const used = new Set<string>()
  const told = (id: string, depth: number): string => {
    const row = rows.get(id)
    if (row === undefined) return 'nothing'
    used.add(id)
    if (depth > DEEPEST) return '…'
    return row.replace(/"\$([A-Za-z@]?)([0-9a-f]+)((?::[^"]*)?)"/g, (whole, kind, target, way) =>
      rows.has(target) ? `(${kind}${way} ${told(target, depth + 1)})` : whole,
    )
  }
  const tree = told('0', 0)
  const rest = [...rows.keys()].filter(id => !used.has(id)).map(id => told(id, 0))
  return [tree, ...rest.sort()].join('\n')
}

/** The payload that a document carries in its scripts, and the document without them. */
export function partsOf(html: string): { document: string; payload: string } {
  const pushes = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/gs)]
  return {
    document: html.replace(/<script\b.*?<\/script>/gs, ''),
    payload: pushes.map(([, text]) => JSON.parse(text ?? '""') as string).join(''), // The pattern takes one string literal.
  }
}

/** Rows by their number: `1a:…` up to a line feed, or, of texts, `1a:T<bytes in hex>,…` of that length. */
function rowsOf(payload: string): Map<string, string> {
  const rows = new Map<string, string>()
  const bytes = Buffer.from(payload)
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf('\n', at)
    const end = line < 0 ? bytes.length : line
    const head = bytes.toString('utf8', at, Math.min(end, at + 40))
    const [whole, id = '', length] = /^([0-9a-f]*):(?:T([0-9a-f]+),)?/.exec(head) ?? []
    if (whole === undefined) {
      at = end + 1
      continue
    }
    const from = at + Buffer.byteLength(whole)
    const to = length === undefined ? end : from + Number.parseInt(length, 16)
    const text = bytes.toString('utf8', from, to)
    // Hints come without a number, or several under one.
    rows.set(id, rows.has(id) ? `${rows.get(id)}\n${text}` : text)
    at = length === undefined ? end + 1 : to
  }
  return rows
}
