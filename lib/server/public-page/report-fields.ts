/** A field that people do not see and programs fill in. */
export const HONEYPOT = 'website'

/** A report as it came, field by field. */
export type TypedReport = {
  /** The check's number as text; empty for the page as a whole. */
  check: string
  text: string
  contact: string
  isTrapped: boolean
}

export const NOTHING_TYPED: TypedReport = { check: '', text: '', contact: '', isTrapped: false }

/** What a browser's form sent. Line ends are those of the Web's forms and come out as LF. */
export function typedIn(form: URLSearchParams): TypedReport {
  return {
    check: form.get('check') ?? '',
    text: (form.get('text') ?? '').replace(/\r\n?/g, '\n'),
    contact: form.get('contact') ?? '',
    isTrapped: form.getAll(HONEYPOT).some(filled => filled !== ''),
  }
}

/** The same as the operation's input; what is no number is left for its check. */
export function inputOf({ check, text, contact }: TypedReport): Record<string, unknown> {
  return { check: check === '' ? null : /^\d{1,7}$/.test(check) ? Number(check) : check, text, contact }
}
