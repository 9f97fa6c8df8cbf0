/** One page on one occupation, under the headings of a career research worksheet: what is known is filled in, what is not is left to find out. */
import { lackingWords } from '../../lmi/public/plain-words.ts';
import type { PublicFigure } from '../../lmi/public/public-figure.ts';
import type { PublicOccupation } from '../../lmi/public/public-occupation.ts';
import type { RelatedOccupation } from '../../lmi/public/related-occupations.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { employersLine, madeFrom, publishedLine, sourceLine } from './material-words.ts';
import { paperPage } from './paper.ts';
import type { Paper } from './paper.ts';

export interface SheetContent {
  occupation: PublicOccupation;
  leading: Record<string, PublicFigure>;
  related: readonly RelatedOccupation[];
}

const SKILLS = 6;
const PROGRAMS = 4;
const RELATED = 6;

export function occupationSheet({ occupation, leading, related }: SheetContent, paper: Paper): string {
  const { title, sector, code, system, gaps, skills, programs, sources, edition, critical } = occupation;
  const figures = (...names: string[]): Markup =>
    html`<ul class="plain">
      ${names.flatMap((name) => {
        const figure = leading[name];
        return figure ? [figureItem(figure)] : [];
      })}
    </ul>`;
  const body = html`<div class="two">
      ${section(
        'Skills to bring',
        html`${
          gaps.length > 0 &&
          html`<p>Employers say entrants often lack:</p>
            <ol>
              ${gaps
                .slice(0, SKILLS)
                .map(
                  ({ label, frequency }) =>
                    html`<li><span class="says">${label}</span> (${lackingWords(frequency)})</li>`,
                )}
            </ol>`
        }${
          skills.length > 0 &&
          html`<p>
            The job asks for (O*NET):
            ${skills
              .slice(0, SKILLS)
              .map(({ name }) => name)
              .join(', ')}.
          </p>`
        }${gaps.length + skills.length === 0 && toFindOut(2)}`,
      )}
      ${section('Schooling and credentials', figures('education_typical', 'experience_typical', 'training_typical'))}
      ${section(
        'Where to learn it',
        programs.length === 0
          ? toFindOut(2)
          : html`<ul>
                ${programs
                  .slice(0, PROGRAMS)
                  .map(
                    ({ title: program, provider, city, credential, preferred }) =>
                      html`<li>
                        ${program}, ${provider}${city === null ? '' : ` (${city})`};
                        ${credential}${preferred && html` <span class="says">preferred by employers</span>`}
                      </li>`,
                  )}
              </ul>
              ${programs.length > PROGRAMS && html`<p class="soft">and ${programs.length - PROGRAMS} more</p>`}`,
      )}
      ${section(
        'Pay and benefits',
        html`${figures('wage_median_annual')}
          <p class="soft">Pay is as published. Benefits are not in the published data; ask about them:</p>
          ${toFindOut(1)}`,
      )}
      ${section(
        'How need is moving',
        html`${
          critical &&
          html`<p class="says">
            Employers call it
            critical${critical.rank === null ? '' : `: number ${critical.rank} on their list`}.
          </p>`
        }${figures('openings_annual', 'employment', 'employment_change_percent')}`,
      )}
      ${section(
        'Occupations close to it',
        related.length === 0
          ? toFindOut(1)
          : html`<p>
              ${related
                .slice(0, RELATED)
                .map((each) => each.title)
                .join(' · ')}
            </p>`,
      )}
      ${section(
        'The work itself: body, place, hours',
        html`<p class="soft">Not in the published data. Ask somebody who does it:</p>
          ${toFindOut(2)}`,
      )}
      ${section(
        'What else is asked for',
        html`<p class="soft">Licence, driving, background check, language:</p>
          ${toFindOut(1)}`,
      )}
      ${section('My next steps', toFindOut(2))} ${section('People and places to ask', toFindOut(2))}
    </div>
    ${section('What I make of it', toFindOut(2))}
    ${section('Where this is from', html`<p class="soft">${sources.map(sourceLine).join(' · ')}</p>`)}`;
  return paperPage({
    title,
    over: `${sector} · ${system} ${code}`,
    body,
    foot: madeFrom(edition),
    paper,
  });
}

function section(heading: string, content: Markup): Markup {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

function figureItem(figure: PublicFigure): Markup {
  const theirs = employersLine(figure);
  return html`<li>
    ${figure.label}:
    <b>${publishedLine(figure)}</b>${theirs !== null && html`<br /><span class="says">${theirs}</span>`}
  </li>`;
}

/** Lines to write on. */
function toFindOut(lines: number): Markup {
  return html`<ul class="lines" aria-label="Lines to write on">
    ${Array.from({ length: lines }, () => html`<li></li>`)}
  </ul>`;
}
