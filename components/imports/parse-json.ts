/** The API takes no more than this, in UTF-16 code units here. */
const MAX_LENGTH = 4_000_000

export type Parsed = { ok: true; content: unknown } | { ok: false; message: string }

/** What a person pasted as JSON, or why it is none, as a sentence. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { ok: false, message: 'Paste the annotations, or choose a file.' }
  if (text.length > MAX_LENGTH) {
    return { ok: false, message: 'This is larger than 4 MB. Export fewer annotations at once, and import it in parts.' }
  }
  try {
    return { ok: true, content: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch {
    return {
      ok: false,
      message:
        'This is not JSON. Export the annotations as JSON or JSON-LD, and paste all of it, from the first bracket to the last.',
    }
  }
}
