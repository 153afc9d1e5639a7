/** What every screen, link and export of a desk with demonstration data says. */
export const SAMPLE_NOTE = 'Sample data, not findings.'
