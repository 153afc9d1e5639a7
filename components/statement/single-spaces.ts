/**
 * Whether a block's text, its hard breaks written as line feeds, stays the same to the eye where CSS collapses white
 * space: no two in a row, none at an end of the block or beside a break, no tab.
 */
export function hasSingleSpacesOnly(text: string): boolean {
  return !/^ | $|\t|[ \n]{2}/.test(text)
}
