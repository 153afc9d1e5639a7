import { PAGE_TOKENS } from './page-tokens'

/**
 * The public page's style. One column of text; a check stands in the margin, on the line where its passage's paragraph
 * ends, and opens no gap in the statement unless the margin there is taken. In the source it follows its paragraph, as it
 * does on a narrow screen and on paper.
 */
export const PAGE_CSS = `${PAGE_TOKENS}
*, *::before, *::after { box-sizing: border-box; }
html { color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: var(--t-14); font-variant-numeric: tabular-nums; -webkit-font-smoothing: antialiased; overflow-wrap: break-word; }
h1, h2, p, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; min-inline-size: 0; }
ol, ul { list-style: none; }
h1, h2 { font: inherit; }
a { color: inherit; text-decoration-color: var(--line-2); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-color: currentColor; }
b, strong { font-weight: 600; }
cite { font-style: normal; }
mark { color: inherit; background: none; }
:focus-visible { outline: var(--ring); outline-offset: 2px; border-radius: 3px; }
.quiet { color: var(--ink-2); }
.skip { position: fixed; inset-block-start: var(--s-2); inset-inline-start: var(--s-2); z-index: 20; padding: var(--s-2) var(--s-4); background: var(--float); color: var(--accent); border-radius: var(--radius); box-shadow: var(--shadow); }
.skip:not(:focus) { inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }

/* Top */
.banner { background: var(--desk); border-block-end: 1px solid var(--line); padding: var(--s-3) var(--s-5); color: var(--ink-2); }
.banner p { max-inline-size: 39.5rem; margin-inline: auto; text-wrap: pretty; overflow-wrap: anywhere; }
.banner b, .banner a { color: var(--ink); }
.banner p + p { margin-block-start: var(--s-1); }
main { max-inline-size: 42rem; margin-inline: auto; padding: var(--s-12) var(--s-5) var(--s-16); }
.desk-name { color: var(--ink-2); }
.top h1, .message h1 { font: var(--t-title); font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; margin-block: var(--s-2) var(--s-4); }
.top { max-inline-size: 38.5rem; }
.speaker { font: var(--t-16); text-wrap: pretty; color: var(--ink-2); }
.speaker b { color: var(--ink); }
.facts { display: flex; flex-wrap: wrap; gap: var(--s-3) var(--s-8); margin-block: var(--s-5) var(--s-4); padding-block: var(--s-3); border-block: 1px solid var(--line); }
.facts > div { min-inline-size: 0; overflow-wrap: anywhere; }
.facts dt { font: var(--t-12); color: var(--ink-3); }
.context { font: var(--t-quote); color: var(--ink-2); text-wrap: balance; }
.caveat { font: var(--t-16); font-weight: 600; margin-block: var(--s-4) var(--s-10); text-wrap: balance; }
.caveat-more { font: var(--t-16); margin-block: calc(-1 * var(--s-8)) var(--s-10); text-wrap: pretty; }

/* The statement */
.text { font: var(--t-statement); display: flow-root; }
.text, .text > * { text-wrap: pretty; hyphens: auto; }
.text > p, .passage { margin-block-end: 1.0625rem; }
.hl {
  color: inherit;
  padding-block: 0.125rem;
  background-color: color-mix(in srgb, var(--r) var(--tint), transparent);
  text-decoration: underline var(--u-style) var(--r);
  text-decoration-thickness: var(--u-width);
  text-underline-offset: 0.3em;
  text-decoration-skip-ink: none;
}
.hl[data-r="not-checkable"], .hl[data-r="dismissed"] { text-decoration: none; }
.hl[data-r][data-overlap] { --tint: var(--tint-overlap); }
mark:target .hl[data-r], .hl[data-r]:target { --tint: var(--tint-selected); }
mark { scroll-margin-block-start: var(--s-10); }
[data-r="dismissed"] { --r: var(--ink-3); --u-style: solid; --u-width: 0; }
.rating {
  color: var(--r);
  font-weight: 600;
  text-decoration: underline var(--u-style) var(--r);
  text-decoration-thickness: var(--u-width);
  text-underline-offset: 0.3em;
  text-decoration-skip-ink: none;
  white-space: nowrap;
}
.rating[data-r="not-checkable"] { color: var(--ink-2); text-decoration: none; background: color-mix(in srgb, var(--r) 12%, transparent); padding-inline: 0.25em; }
.hidden-character { font: 0.625em/1 var(--sans); vertical-align: 0.2em; padding: 0.1em 0.3em; border: 1px solid var(--line-2); border-radius: 3px; color: var(--ink-2); white-space: nowrap; unicode-bidi: isolate; }

/* Numbers: the same small disc in the text and on the check. */
.num { display: inline-grid; place-items: center; min-inline-size: 1.25rem; block-size: 1.25rem; padding-inline: 0.25rem; border-radius: 0.625rem; background: var(--r); color: var(--paper); font: 600 0.75rem/1 var(--sans); text-decoration: none; }
.tie .num { position: relative; margin-inline-start: 0.25rem; vertical-align: 0.125rem; }
.tie .num::after { content: ""; position: absolute; inset: -0.25rem -0.125rem; }
.tie { white-space: nowrap; }
.num:hover { outline: 2px solid var(--r); outline-offset: 2px; }

/* A check */
.check { font: var(--t-14); margin-block: var(--s-4) var(--s-8); hyphens: none; padding-block-start: var(--s-3); border-block-start: 2px solid var(--r); scroll-margin-block-start: var(--s-6); text-align: start; }
.check:target { outline: 2px solid var(--r); outline-offset: 0.75rem; border-radius: 2px; }
.check header { display: flex; align-items: center; gap: var(--s-2); }
.check .verdict { font: var(--t-16); }
.check .verdict strong { font-size: 1.125rem; }
.review { background: var(--desk); border-inline-start: 2px solid var(--ink-2); padding: var(--s-2) var(--s-3); margin-block-start: var(--s-2); text-wrap: pretty; }
.review > * + *, .correction > * + * { margin-block-start: var(--s-1); }
.review > .correction + *, .entries .review { margin-block-start: var(--s-2); }
.correction { overflow-wrap: anywhere; text-wrap: pretty; }
.pending { --r: var(--ink-3); border-block-start-style: dotted; color: var(--ink-2); }
.pending p + p { margin-block-start: var(--s-1); }
.meaning { color: var(--ink-2); margin-block-start: var(--s-1); text-wrap: pretty; }
.check h2 { font-weight: 600; margin-block: var(--s-4) var(--s-2); text-wrap: pretty; overflow-wrap: anywhere; }
.check blockquote { font: var(--t-quote); color: var(--ink-2); padding-inline-start: var(--s-3); border-inline-start: 1px solid var(--line-2); text-wrap: pretty; overflow-wrap: anywhere; }
.check blockquote p + p { margin-block-start: var(--s-2); }
.check blockquote footer, .place { font: var(--t-12); color: var(--ink-3); }
.check blockquote footer { margin-block-start: var(--s-1); }
.explain { font: var(--t-prose); margin-block: var(--s-4); text-wrap: pretty; }
.explain + .explain { margin-block-start: calc(-1 * var(--s-2)); }
.marker { font: var(--t-12); color: var(--ink-3); white-space: nowrap; }
.reply { margin-block: var(--s-4); padding-block: var(--s-2); border-block-start: 1px solid var(--line); display: grid; gap: var(--s-2); text-wrap: pretty; }
.reply .quotation { margin-block-start: var(--s-1); }
.none { padding-block: var(--s-2); border-block-start: 1px solid var(--line); }
.check details { border-block-start: 1px solid var(--line); }
.check summary { padding-block: var(--s-2); cursor: pointer; color: var(--accent); }
.check summary:hover { text-decoration: underline; text-underline-offset: 0.2em; }
.ev { counter-reset: n; padding-block-end: var(--s-3); display: grid; gap: var(--s-4); }
.ev li { counter-increment: n; display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); scroll-margin-block-start: var(--s-6); }
.ev li > * { grid-column: 2; overflow-wrap: anywhere; }
.ev li::before { content: counter(n); color: var(--ink-3); grid-area: 1 / 1; }
.ev li:target::before { color: var(--ink); font-weight: 600; }
.src { font: var(--t-12); color: var(--ink-2); margin-block-start: var(--s-1); }
.url { display: none; }
.rev { padding-block-end: var(--s-3); display: grid; gap: var(--s-2); }
.verdicts { display: grid; gap: var(--s-3); }
.quotation { color: var(--ink-2); text-wrap: pretty; }
.stamp { font: var(--t-12); color: var(--ink-3); border-block-start: 1px solid var(--line); padding-block-start: var(--s-2); text-wrap: pretty; }

/* Corrections, and what is under review */
.entries { display: grid; gap: var(--s-5); max-inline-size: 38.5rem; margin-block: var(--s-4); }
.entries > li { display: grid; gap: var(--s-1); padding-block-start: var(--s-3); border-block-start: 1px solid var(--line); min-inline-size: 0; overflow-wrap: anywhere; }
.entries h2, .entries h3 { font: var(--t-16); font-weight: 600; margin: 0; text-wrap: pretty; }
.entries blockquote { font: var(--t-quote); color: var(--ink-2); padding-inline-start: var(--s-3); border-inline-start: 1px solid var(--line-2); }
.log .explain { margin-block: var(--s-6); max-inline-size: 38.5rem; }

/* The end */
.end { display: grid; gap: var(--s-8); margin-block-start: var(--s-12); padding-block-start: var(--s-8); border-block-start: 1px solid var(--line); }
.end > section { min-inline-size: 0; }
.end h2 { font: 600 1.125rem/1.5rem var(--serif); margin-block-end: var(--s-2); }
.end section > p { max-inline-size: 38.5rem; color: var(--ink-2); text-wrap: pretty; overflow-wrap: anywhere; }
.end section > p + p { margin-block-start: var(--s-2); }
.scales { display: grid; gap: var(--s-3); margin-block-start: var(--s-3); }
.scales dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: var(--s-3); padding-block: var(--s-2); border-block-start: 1px solid var(--line); }
.scales .rating { white-space: normal; }
.scales dd { color: var(--ink-2); text-wrap: pretty; }
.repeat dl { display: grid; gap: var(--s-2); margin-block-start: var(--s-3); font: var(--t-12); color: var(--ink-3); }
.repeat code { font: inherit; color: var(--ink-2); overflow-wrap: anywhere; }
.report { display: grid; gap: var(--s-5); margin-block-start: var(--s-6); max-inline-size: 38.5rem; }
.report > div { display: grid; gap: var(--s-1); min-inline-size: 0; }
.report label { font-weight: 600; }
.report :is(input, select, textarea) { font: var(--t-16); color: inherit; background: var(--float); border: 1px solid var(--ink-3); border-radius: var(--radius); padding: var(--s-2) var(--s-3); inline-size: 100%; min-inline-size: 0; }
.report textarea { resize: vertical; }
.report [aria-invalid] { border: 2px solid var(--r-false); }
.report button { justify-self: start; font: var(--t-16); font-weight: 600; color: var(--paper); background: var(--accent); border: 0; border-radius: var(--radius); padding: var(--s-2) var(--s-5); cursor: pointer; }
.report .quiet-button { color: var(--ink); background: none; border: 1px solid var(--ink-3); }
.report .trap { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.problem { color: var(--r-false); font-weight: 600; }
.address { overflow-wrap: anywhere; user-select: all; }
.log section { margin-block-start: var(--s-8); display: grid; gap: var(--s-2); }
.log section h2 { font: 600 1.125rem/1.5rem var(--serif); }
.message p { font: var(--t-16); color: var(--ink-2); text-wrap: pretty; margin-block-end: var(--s-3); }

@media (max-width: 30rem) {
  .scales dl > div { grid-template-columns: 1fr; gap: var(--s-1); }
  main { padding-block-start: var(--s-8); }
}

/* Wide: the check stands beside its passage, on the right also where the statement runs the other way. */
@media (min-width: 70rem) {
  main:not(.message, .log) { max-inline-size: 67.5rem; padding-inline: var(--s-8); }
  .text { inline-size: 38.5rem; }
  .passage > p { display: inline; }
  .check { float: right; clear: right; inline-size: 21.5rem; margin: 0.25rem -25.5rem var(--s-10) 0; }
  .check[data-below] { float: none; clear: none; inline-size: auto; margin: var(--s-4) 0 var(--s-10); }
  body:not(:has(.message, .log)) .banner p { max-inline-size: 63.5rem; }
  .scales { grid-template-columns: 1fr 1fr; gap: 4rem; }
  .end { grid-template-columns: 1fr 1fr 1fr; column-gap: var(--s-10); }
  .end .scale, .end .repeat, .end .wide { grid-column: 1 / -1; }
}

/* Print: A4 and Letter, everything open, addresses spelled out, nothing split from its heading. */
@media print {
  @page { margin: 20mm 22mm; }
  html, body { background: #fff; color: #000; }
  .skip { display: none; }
  main, main:not(.message, .log) { max-inline-size: none; padding: 0; }
  .banner p { max-inline-size: none; }
  .banner { background: none; padding: 0 0 4mm; margin-block-end: 6mm; border-color: #999; }
  .text { font-size: 11pt; line-height: 16pt; inline-size: auto; }
  .text > p { orphans: 3; widows: 3; }
  .passage > p { display: block; }
  .check { float: none; inline-size: auto; margin: 4mm 0 8mm 6mm; border-block-start: 0; border-inline-start: 1.5pt solid var(--r); padding: 0 0 0 4mm; break-before: avoid-page; }
  .check, .end { font-size: 9.5pt; line-height: 13pt; }
  .check > header, .check > h2, .check > blockquote, .check > .review, .meaning { break-inside: avoid; break-after: avoid; }
  .explain { font-size: 10.5pt; line-height: 14.5pt; }
  .check details::details-content { content-visibility: visible; block-size: auto; }
  .check details > :not(summary) { display: revert; }
  .check summary { list-style: none; color: inherit; font-weight: 600; break-after: avoid; }
  .check .ev, .check .verdicts { display: block; }
  .ev li, .verdicts li, .entries > li { break-inside: avoid; margin-block-end: 2mm; }
  .check .rev { display: block; }
  .rev > * + * { margin-block-start: 2mm; }
  .short { display: none; }
  .url { display: inline; overflow-wrap: anywhere; }
  .end > section:not(.wide) { break-inside: avoid; }
  .hl, .num, .rating, .hidden-character { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { text-decoration: none; }
}

/* Forced colours: the system's palette wins; underlines still tell ratings apart. */
@media (forced-colors: active) {
  .hl { background-color: transparent; }
  .hl[data-r="not-checkable"], .hl[data-r="dismissed"] { text-decoration: overline dotted 1.5px; }
  .num { border: 1px solid; }
}
`
