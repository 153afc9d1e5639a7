const UNICODE_RANGES = {
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF',
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
}

/**
 * The desk's design tokens, as far as the public page uses them: it carries its style with it, since its policy lets in no
 * other. A test holds every value here equal to components/ui/tokens.css.
 */
export const PAGE_TOKENS = `
${face('Source Serif 4', '200 900', 'source-serif-4', 'opsz')}
${face('Inter', '100 900', 'inter', 'wght')}
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcf9, #171614);
  --desk: light-dark(#f6f4ee, #1c1b18);
  --float: light-dark(#ffffff, #24221f);
  --ink: light-dark(#1d1c1a, #e9e6df);
  --ink-2: light-dark(#55514a, #b9b4aa);
  --ink-3: light-dark(#6a665e, #9c968b);
  --line: light-dark(#e5e1d8, #302e2a);
  --line-2: light-dark(#d2cdc2, #45423c);
  --accent: light-dark(#2456a6, #8ab4f8);
  --r-true: light-dark(#1b5e9e, #7db4ea);
  --r-mostly-true: light-dark(#3373ac, #a5cbef);
  --r-mixed: light-dark(#6c617f, #b9aed0);
  --r-mostly-false: light-dark(#a35a12, #e6a864);
  --r-false: light-dark(#a8380f, #f08a63);
  --r-missing-context: light-dark(#7b3f8c, #cf9be0);
  --r-unverifiable: light-dark(#5f6368, #b3b8bd);
  --r-not-checkable: light-dark(#6a6f74, #8f959b);
  --tint: 16%;
  --tint-overlap: 24%;
  --tint-selected: 30%;
  --serif: "Source Serif 4", "Source Serif Pro", Georgia, "Noto Serif", serif;
  --sans: "Inter", system-ui, "Segoe UI", "Noto Sans", sans-serif;
  --t-12: 0.75rem / 1rem var(--sans);
  --t-14: 0.875rem / 1.25rem var(--sans);
  --t-16: 1rem / 1.5rem var(--sans);
  --t-quote: 0.875rem / 1.375rem var(--serif);
  --t-prose: 1rem / 1.5rem var(--serif);
  --t-statement: 1.125rem / 1.8125rem var(--serif);
  --t-title: 1.75rem / 2.125rem var(--serif);
  --s-1: 0.25rem;
  --s-2: 0.5rem;
  --s-3: 0.75rem;
  --s-4: 1rem;
  --s-5: 1.25rem;
  --s-6: 1.5rem;
  --s-8: 2rem;
  --s-10: 2.5rem;
  --s-12: 3rem;
  --s-16: 4rem;
  --radius: 6px;
  --shadow: 0 1px 2px light-dark(#1d1c1a14, #0006), 0 8px 28px light-dark(#1d1c1a1f, #0008);
  --ring: 2px solid var(--accent);
}
@media print { :root { color-scheme: light; } }
[data-r="true"] { --r: var(--r-true); --u-style: solid; --u-width: 2px; }
[data-r="mostly-true"] { --r: var(--r-mostly-true); --u-style: solid; --u-width: 1.25px; }
[data-r="mixed"] { --r: var(--r-mixed); --u-style: double; --u-width: 1px; }
[data-r="mostly-false"] { --r: var(--r-mostly-false); --u-style: dashed; --u-width: 1.5px; }
[data-r="false"] { --r: var(--r-false); --u-style: wavy; --u-width: 1px; }
[data-r="missing-context"] { --r: var(--r-missing-context); --u-style: dotted; --u-width: 3px; }
[data-r="unverifiable"] { --r: var(--r-unverifiable); --u-style: dotted; --u-width: 1.5px; }
[data-r="not-checkable"] { --r: var(--r-not-checkable); --u-style: solid; --u-width: 0; }
`

function face(family: string, weight: string, file: string, axis: string): string {
  return Object.entries(UNICODE_RANGES)
    .map(
      ([subset, range]) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-display: swap; src: url("/fonts/${file}-${subset}-${axis}-normal.woff2") format("woff2"); unicode-range: ${range}; }`,
    )
    .join('\n')
}
