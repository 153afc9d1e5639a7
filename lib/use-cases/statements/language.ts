/** A BCP 47 tag in its one spelling: pt-br and PT-BR are pt-BR. Throws RangeError for what is no tag. */
export function canonicalLanguage(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag
}
