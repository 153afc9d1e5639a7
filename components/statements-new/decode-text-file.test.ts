import { describe, expect, it } from 'vitest'
import { decodeTextFile, MAX_FILE_BYTES } from './decode-text-file'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('decodeTextFile', () => {
  it.each([
    ['plain ASCII', utf8('Fuel prices rose.'), 'Fuel prices rose.'],
    ['UTF-8 with characters of every length', utf8('Қазақстан, €, 🙂'), 'Қазақстан, €, 🙂'],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('ja')]), 'ja'],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8, 0x42, 0xde]), 'A🙂'],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x00, 0x41]), 'A'],
    ['line ends as they are', utf8('a\r\nb\rc'), 'a\r\nb\rc'],
    ['nothing', new Uint8Array(), ''],
  ])('reads %s', (_case, bytes, text) => {
    expect(decodeTextFile(bytes)).toEqual({ ok: true, text })
  })

  it.each([
    ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'not UTF-8'],
    ['UTF-16 with half a pair', new Uint8Array([0xff, 0xfe, 0x3d, 0xd8]), 'damaged'],
    ['UTF-16 cut within a unit', new Uint8Array([0xff, 0xfe, 0x41]), 'damaged'],
    ['a PDF', utf8('%PDF-1.7 …'), 'a PDF'],
    ['a docx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]), 'Word'],
    ['RTF, which is text underneath', utf8('{\\rtf1\\ansi}'), 'RTF'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['what is too large', new Uint8Array(MAX_FILE_BYTES + 1), 'larger than 8 MB'],
  ])('refuses %s and says what to do', (_case, bytes, words) => {
    const decoded = decodeTextFile(bytes)
    expect(decoded).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  })
})
