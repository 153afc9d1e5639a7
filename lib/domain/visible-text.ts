/** White space, controls, format and other characters that Unicode says to draw as nothing, and the blank Braille cell. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Whether there is anything in the text that a reader could see. */
export function hasVisibleText(text: string): boolean {
  return !UNSEEN.test(text)
}
