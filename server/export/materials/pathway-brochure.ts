/** A pathway to hand out: the way in, the occupation and the ways on, side by side; below it who stands behind each step. */
import type { Edition } from '../../lmi/public/edition.ts';
import { backingWords } from '../../lmi/public/plain-words.ts';
import type { PublicPathway, PublicStep } from '../../lmi/public/public-pathway.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { madeFrom, monthsWords } from './material-words.ts';
import { paperPage } from './paper.ts';
import type { Paper } from './paper.ts';

const KINDS: Record<PublicStep['kind'], string> = {
  occupation: 'Occupation',
  credential: 'Credential',
  program: 'Program',
  experience: 'Experience',
};
const WAYS: Record<PublicPathway['transitions'][number]['kind'], string> = {
  entry: 'entry',
  advance: 'advance',
  lateral: 'sideways',
  exit: 'exit',
};

export function pathwayBrochure(pathway: PublicPathway, edition: Edition, paper: Paper): string {
  const { title, sector, steps, transitions, counts } = pathway;
  const levels = [...Map.groupBy(steps, ({ level }) => level)].sort(([a], [b]) => a - b);
  const labels = new Map(steps.map((step) => [step.id, step.label]));
  const body = html`<section>
      <h2>The way in, and where it leads</h2>
      <ol class="columns plain">
        ${levels.map(
          ([, column]) =>
            html`<li>
              <ul class="plain">
                ${column.map(stepBox)}
              </ul>
            </li>`,
        )}
      </ol>
      <p class="soft">
        ${counts.validated} validated, ${counts.contested} contested, ${counts.undecided} undecided,
        ${counts.notAsked} not put to employers.
      </p>
    </section>
    <table>
      <caption>
        Step by step
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Kind</th>
          <th scope="col">Typical time</th>
          <th scope="col">Employers</th>
        </tr>
      </thead>
      <tbody>
        ${transitions
          .filter(({ presence }) => presence !== 'removed')
          .map(
            ({ from, to, kind, months, draftedMonths, verdict, backing }) =>
              html`<tr>
                <th scope="row">${labels.get(from) ?? from}</th>
                <td>${labels.get(to) ?? to}</td>
                <td>${WAYS[kind]}</td>
                <td>
                  ${monthsWords(months)}${draftedMonths !== null && ` (draft: ${monthsWords(draftedMonths)})`}
                </td>
                <td>${verdict ?? 'not asked'}${backing !== null && `, ${backingWords(backing)}`}</td>
              </tr>`,
          )}
      </tbody>
    </table>`;
  return paperPage({ title, over: sector, body, foot: madeFrom(edition), paper, turn: 'landscape' });
}

function stepBox({ label, kind, side, presence, verdict }: PublicStep): Markup {
  const marks = side === 'focus' ? 'step focus' : 'step';
  const said = presence === 'removed' ? 'taken out by employers' : (verdict ?? '');
  return html`<li class="${marks}">
    <b class="${presence === 'removed' ? 'removed' : ''}">${label}</b><br /><span class="soft"
      >${KINDS[kind]}${said !== '' && `, ${said}`}</span
    >
  </li>`;
}
