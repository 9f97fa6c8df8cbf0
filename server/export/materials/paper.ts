/** A page to print, A4 or Letter, that needs nothing else: no script, its style within, readable by a screen reader as it stands. */
import { html, Markup } from './markup.ts';

export type Paper = 'a4' | 'letter';
type Turn = 'portrait' | 'landscape';

const SIZES: Record<Paper, string> = { a4: 'A4', letter: 'letter' };

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.2rem; max-width: 60rem; background: #fff; color: #1a1e24; font: 9.6pt/1.38 'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
h1 { font-size: 19pt; line-height: 1.12; letter-spacing: -.01em; }
h2 { font-size: 10.6pt; margin-bottom: .2rem; color: #084666; break-after: avoid; }
h3 { font-size: 10pt; break-after: avoid; }
header { display: flex; justify-content: space-between; gap: 1.5rem; align-items: end; border-bottom: 2.5pt solid #0b5a86; padding-bottom: .5rem; margin-bottom: .7rem; }
header p { color: #4b535d; }
.mark { font-weight: 600; color: #0b5a86; white-space: nowrap; }
.two { columns: 2; column-gap: 1.6rem; }
section { break-inside: avoid; margin-bottom: .6rem; }
ul, ol { padding-left: 1.1rem; }
.plain { padding-left: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; margin-bottom: .6rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .2rem; }
th, td { text-align: left; vertical-align: top; padding: .22rem .5rem .22rem 0; border-bottom: .5pt solid #c9c4b7; }
thead th { color: #4b535d; font-weight: 600; font-size: 8.6pt; }
thead { display: table-header-group; } tr { break-inside: avoid; }
tbody th { font-weight: 600; }
.soft { color: #4b535d; font-size: 8.4pt; }
.says { color: #084666; font-weight: 600; }
.lines { padding: 0; list-style: none; }
.lines li { border-bottom: .5pt solid #868d95; height: 1.35rem; }
.columns { display: flex; gap: .5rem; align-items: stretch; margin-bottom: .8rem; }
.columns > li { flex: 1; min-width: 0; list-style: none; }
.step { border: .75pt solid #868d95; border-radius: 5pt; padding: .3rem .45rem; margin-bottom: .35rem; break-inside: avoid; }
.focus { border: 1.75pt solid #0b5a86; background: #e0edf5; print-color-adjust: exact; }
.removed { text-decoration: line-through; }
footer { margin-top: .6rem; padding-top: .4rem; border-top: .5pt solid #c9c4b7; color: #4b535d; font-size: 8pt; }
@media (max-width: 40rem) { .two { columns: 1; } .columns { flex-direction: column; } .columns, .columns ul { padding: 0; } header { display: block; } }
@media print { body { padding: 0; max-width: none; font-size: 8.4pt; } .two { columns: 2; } .columns { flex-direction: row; padding-right: 1pt; } th, td { padding-block: .14rem; } .screen { display: none; } }
`.trim();

export interface PaperPage {
  title: string;
  /** Above the title: sector, code. */
  over: string;
  body: Markup;
  /** What it was made from. */
  foot: string;
  paper: Paper;
  turn?: Turn;
}

export function paperPage({ title, over, body, foot, paper, turn = 'portrait' }: PaperPage): string {
  const page = new Markup(
    `<style>@page { size: ${SIZES[paper]} ${turn}; margin: 10mm 13mm; }\n${STYLE}</style>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page}
      </head>
      <body>
        <header>
          <div>
            <p>${over}</p>
            <h1>${title}</h1>
          </div>
          <p class="mark">Plumbline</p>
        </header>
        <main>${body}</main>
        <footer><p>${foot}</p></footer>
      </body>
    </html> `.text;
}
