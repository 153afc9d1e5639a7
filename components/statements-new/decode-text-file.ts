/** Four bytes for each of the two million characters that a statement may have. */
export const MAX_FILE_BYTES = 8_000_000

export type DecodedFile = { ok: true; text: string } | { ok: false; message: string }

const SIGNATURES: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a Word, OpenDocument or ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an older Word document' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text (RTF) file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
]

/**
 * The text of a plain text file: UTF-8, or UTF-16 that says so by its byte order mark. Guesses at no other encoding,
 * since a wrong guess changes what was said; refuses with what to do instead.
 */
export function decodeTextFile(bytes: Uint8Array): DecodedFile {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return refuse('This file is larger than 8 MB. A statement has at most 200,000 words: split it into parts.')
  }
  const signature = SIGNATURES.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  if (signature) {
    return refuse(
      `This is ${signature.what}, and only plain text (.txt) can be read. Open it, copy its text and paste it here.`,
    )
  }
  const encoding = encodingOf(bytes)
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return refuse(
      encoding === 'utf-8'
        ? 'This file is not UTF-8 text. Open it in an editor, save it as “UTF-8”, and choose it again; or copy its text and paste it here.'
        : 'This file says that it is UTF-16, but part of it is damaged. Copy its text and paste it here.',
    )
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function refuse(message: string): DecodedFile {
  return { ok: false, message }
}
