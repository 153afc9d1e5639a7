/** A field that people do not see and programs fill in. */
export const HONEYPOT = 'website'

/** A report as it came, field by field. */
export type TypedReport = {
  /** The check's number as text; empty for the page as a whole. */
  check: string
  text: string
  contact: string
  isTrapped: boolean
  /** The receipt to be, made with the form: a form sent twice is one report. */
  receipt: string
}

export const NOTHING_TYPED: Omit<TypedReport, 'receipt'> = { check: '', text: '', contact: '', isTrapped: false }

/** What a browser's form sent. Line ends are those of the Web's forms and come out as LF. */
export function typedIn(form: URLSearchParams): TypedReport {
  return {
    check: form.get('check') ?? '',
    text: (form.get('text') ?? '').replace(/\r\n?/g, '\n'),
    contact: form.get('contact') ?? '',
    isTrapped: form.getAll(HONEYPOT).some(filled => filled !== ''),
    receipt: form.get('receipt') ?? '',
  }
}

/** The same as the operation's input; what is no number is left for its check. */
export function inputOf({ check, text, contact, receipt }: TypedReport): Record<string, unknown> {
  const about = check === '' ? null : /^\d{1,7}$/.test(check) ? Number(check) : check
  return { check: about, text, contact, ...(receipt === '' ? {} : { receipt }) }
}
