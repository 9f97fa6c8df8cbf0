/** A sector on a few pages: each occupation with what is published and what employers say of it, critical ones first. */
import { leadingFigures } from '../../lmi/public/catalogue.ts';
import type { PublicFigure } from '../../lmi/public/public-figure.ts';
import type { PublicOccupation } from '../../lmi/public/public-occupation.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { employersLine, madeFrom, publishedLine, sourceLine } from './material-words.ts';
import { paperPage } from './paper.ts';
import type { Paper } from './paper.ts';

/** At least one occupation, in the order to show them. */
export function sectorHandout(
  sector: string,
  occupations: readonly [PublicOccupation, ...PublicOccupation[]],
  paper: Paper,
): string {
  const sources = new Map(occupations.flatMap((each) => each.sources.map((source) => [source.id, source])));
  const critical = occupations.filter((each) => each.critical !== null);
  const body = html`<section>
      ${
        critical.length > 0 &&
        html`<h2>Employers call critical</h2>
          <p class="says">${critical.map(({ title }) => title).join(' · ')}</p>`
      }
    </section>
    <table>
      <caption>
        ${occupations.length} ${occupations.length === 1 ? 'occupation' : 'occupations'}: published, and what
        employers say beside it
      </caption>
      <thead>
        <tr>
          <th scope="col">Occupation</th>
          <th scope="col">Openings</th>
          <th scope="col">Median wage</th>
          <th scope="col">Usual education</th>
          <th scope="col">Often lacking</th>
        </tr>
      </thead>
      <tbody>
        ${occupations.map(row)}
      </tbody>
    </table>
    <section>
      <h2>Where this is from</h2>
      <ul class="soft">
        ${[...sources.values()].map((source) => html`<li>${sourceLine(source)}</li>`)}
      </ul>
    </section>`;
  const [{ edition }] = occupations;
  return paperPage({
    title: sector,
    over: edition.workshop?.region ?? edition.dataset.area,
    body,
    foot: madeFrom(edition),
    paper,
    turn: 'landscape',
  });
}

function row(occupation: PublicOccupation): Markup {
  const { title, code, gaps } = occupation;
  const figures = leadingFigures(occupation);
  const cell = (name: string): Markup => html`<td>${figureCell(figures[name] ?? null)}</td>`;
  return html`<tr>
    <th scope="row">${title}<br /><span class="soft">${code}</span></th>
    ${cell('openings_annual')}${cell('wage_median_annual')}${cell('education_typical')}
    <td>
      ${gaps
        .slice(0, 3)
        .map(({ label }) => label)
        .join(', ')}
    </td>
  </tr>`;
}

function figureCell(figure: PublicFigure | null): Markup {
  if (!figure) return html`<span class="soft">not published</span>`;
  const theirs = employersLine(figure);
  return html`${publishedLine(figure)}${theirs !== null && html`<br /><span class="says">${theirs}</span>`}`;
}
