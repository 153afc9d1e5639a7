/** Finds characters of a kind in a text, asked for with ascending offsets; no stretch is searched twice. */
export class NextCharacter {
  private found = -1

  /** `kind` matches single characters and is global. */
  constructor(
    private readonly text: string,
    private readonly kind: RegExp,
  ) {}

  /** Where the first one at or behind an offset begins; the text's length where none is. */
  from(offset: number): number {
    if (this.found >= offset) return this.found
    this.kind.lastIndex = offset
    this.found = this.kind.exec(this.text)?.index ?? this.text.length
    return this.found
  }
}
