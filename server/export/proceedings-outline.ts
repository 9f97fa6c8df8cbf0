/** The proceedings as blocks in reading order, so that the page and the Markdown say the same. */
import type { Proceedings, ProceedingsQuestion, ProceedingsSection } from '../lmi/proceedings.ts';

export type Block =
  | { kind: 'title' | 'heading' | 'subheading' | 'question' | 'paragraph' | 'mark'; text: string }
  | { kind: 'facts'; facts: [string, string][] }
  | { kind: 'list'; texts: string[] }
  | { kind: 'quote'; text: string; by: string }
  | { kind: 'table'; caption: string; columns: { label: string; isNumber: boolean }[]; rows: string[][] };

export function outline(record: Proceedings, changes: readonly string[]): Block[] {
  return [
    { kind: 'title', text: record.workshop.title },
    ...marks(record),
    { kind: 'facts', facts: facts(record) },
    ...people(record),
    ...shown(record),
    ...rules(record),
    ...record.sections.flatMap(sectionBlocks),
    ...decisions(record, changes),
    ...commitments(record),
    ...voices(record),
    { kind: 'heading', text: 'How long this is kept' },
    { kind: 'paragraph', text: record.retention },
  ];
}

const text = (kind: 'heading' | 'subheading' | 'paragraph' | 'mark', words: string): Block => ({
  kind,
  text: words,
});

function marks(record: Proceedings): Block[] {
  return [
    ...(record.workshop.isRehearsal ? [text('mark', 'Rehearsal: the employers were simulated.')] : []),
    ...(record.isFinal ? [] : [text('mark', 'So far: the workshop was not closed when this was written.')]),
    ...(record.attendance.belowQuorum
      ? [text('mark', 'Below quorum: fewer firms took part than the rule asks for.')]
      : []),
  ];
}

function facts({ workshop, shown: { release }, writtenAt }: Proceedings): [string, string][] {
  const when = (stamp: string | null) => (stamp === null ? 'not yet' : minuteOf(stamp));
  return [
    ['Sector', workshop.sector],
    ['Region', workshop.region],
    ['Opened', when(workshop.openedAt)],
    ['Closed', when(workshop.closedAt)],
    ['Figures shown', release],
    ['Workshop', `${workshop.id} (${workshop.code})`],
    ['Written', minuteOf(writtenAt)],
  ];
}

function people({ attendance }: Proceedings): Block[] {
  const { firms, employers, observers, quorum, groundRulesAcknowledged, named, sizeBands, subSectors } =
    attendance;
  const others = employers + observers - named.length;
  return [
    text('heading', 'Who was there'),
    text(
      'paragraph',
      `${counted(firms, 'firm')} with ${counted(employers, 'employer')}; ${counted(observers, 'observer')} without a vote. The quorum was ${counted(quorum, 'firm')}.`,
    ),
    ...(sizeBands.length > 0
      ? [
          text(
            'paragraph',
            `By size: ${sizeBands.map((one) => `${one.band} people: ${counted(one.firms, 'firm')}`).join('; ')}.`,
          ),
        ]
      : []),
    ...(subSectors.length > 0
      ? [
          text(
            'paragraph',
            `By sub-sector: ${subSectors.map((one) => `${one.name}: ${counted(one.firms, 'firm')}`).join('; ')}.`,
          ),
        ]
      : []),
    text(
      'paragraph',
      `${counted(groundRulesAcknowledged, 'person', 'people')} acknowledged the competition ground rules.`,
    ),
    ...(named.length > 0
      ? [
          text('paragraph', 'Named here by their own consent:'),
          {
            kind: 'list' as const,
            texts: named.map((one) =>
              [one.name, one.jobTitle, one.organisation, one.role === 'observer' ? 'observer' : null]
                .filter((part) => part !== null && part !== '')
                .join(', '),
            ),
          },
        ]
      : []),
    ...(others > 0 && named.length > 0
      ? [text('paragraph', `${counted(others, 'person', 'people')} more, not named.`)]
      : []),
  ];
}

function shown({ shown: { release, dataset, sources, occupations } }: Proceedings): Block[] {
  return [
    text('heading', 'What was shown'),
    text(
      'paragraph',
      `The release "${release}" (dataset ${dataset}), on ${counted(occupations.length, 'occupation')}.`,
    ),
    { kind: 'list', texts: occupations.map(({ code, title }) => `${title} (${code})`) },
    {
      kind: 'table',
      caption: 'Sources',
      columns: ['Source', 'Publisher', 'Release', 'Terms', 'Address'].map((label) => ({
        label,
        isNumber: false,
      })),
      rows: sources.map((one) => [one.title, one.publisher, one.release, one.licence, one.url ?? '']),
    },
  ];
}

function rules({ competitionText, stops }: Proceedings): Block[] {
  return [
    text('heading', 'Competition ground rules'),
    text('paragraph', competitionText),
    text(
      'paragraph',
      stops.length === 0 ? 'No topic was stopped.' : `A topic was stopped ${counted(stops.length, 'time')}:`,
    ),
    ...(stops.length > 0
      ? [
          {
            kind: 'list' as const,
            texts: stops.map(({ at, activity }) => `${minuteOf(at)}, during "${activity}"`),
          },
        ]
      : []),
  ];
}

function sectionBlocks(section: ProceedingsSection): Block[] {
  return [
    text('heading', `${section.number}. ${section.title}`),
    ...(section.purpose ? [text('paragraph', section.purpose)] : []),
    text('paragraph', `Planned ${section.plannedMinutes} min, took ${section.actualMinutes} min.`),
    ...section.questions.flatMap(questionBlocks),
    ...(section.notes.length > 0
      ? [text('subheading', 'Notes'), { kind: 'list' as const, texts: section.notes }]
      : []),
  ];
}

function questionBlocks(question: ProceedingsQuestion): Block[] {
  const head: Block = { kind: 'question', text: question.prompt };
  if (question.status === 'not asked') return [head, text('paragraph', 'This was not asked.')];
  if (question.status === 'stopped')
    return [head, text('paragraph', 'The topic was stopped; nothing of it is shown.')];
  const base = `Round ${question.round}. ${question.firms} of ${counted(question.electorate, 'firm')} answered, ${counted(question.people, 'person', 'people')}.`;
  return [
    head,
    text('paragraph', question.rule === null ? base : `${base} Rule: ${question.rule}`),
    ...(question.belowQuorum ? [text('mark', 'Below quorum')] : []),
    ...(question.status === 'open' ? [text('paragraph', 'Still open: results come when it is closed.')] : []),
    ...question.results.flatMap(({ remarks, ...table }): Block[] => [
      ...(table.rows.length > 0
        ? [{ kind: 'table' as const, ...table }]
        : [text('paragraph', `${table.caption}: none.`)]),
      ...remarks.map((remark) => text('paragraph', remark)),
    ]),
  ];
}

function decisions({ roomDecisions, rulings }: Proceedings, changes: readonly string[]): Block[] {
  return [
    text('heading', 'Decisions'),
    ...(roomDecisions.length > 0
      ? [text('subheading', 'In the room'), { kind: 'list' as const, texts: roomDecisions }]
      : []),
    ...(changes.length > 0
      ? [text('subheading', 'What this revision changes'), { kind: 'list' as const, texts: [...changes] }]
      : []),
    ...(rulings.length > 0
      ? [
          text('subheading', 'Proposals and rulings'),
          {
            kind: 'table' as const,
            caption: 'What the room proposed and what staff ruled',
            columns: ['About', 'Proposed', 'Evidence', 'Ruling', 'Decided', 'Rationale'].map((label) => ({
              label,
              isNumber: false,
            })),
            rows: rulings.map((one) => [
              one.title,
              one.proposed,
              one.evidence,
              one.status,
              one.decided,
              one.rationale,
            ]),
          },
        ]
      : [text('paragraph', 'No adjustment has been proposed.')]),
  ];
}

function commitments({ commitments: offers }: Proceedings): Block[] {
  return [
    text('heading', 'Commitments'),
    {
      kind: 'table',
      caption: 'What firms offered',
      columns: [
        { label: 'Commitment', isNumber: false },
        { label: 'Firms', isNumber: true },
      ],
      rows: offers.map(({ label, firms }) => [label, String(firms)]),
    },
    ...offers.flatMap(({ label, actions }): Block[] =>
      actions.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: `${label}: actions, named by consent`,
              columns: ['Who', 'What', 'Measure', 'By', 'Outcome'].map((heading) => ({
                label: heading,
                isNumber: false,
              })),
              rows: actions.map((one) => [
                one.who,
                one.what,
                one.measure,
                one.by ?? '',
                one.outcome ?? 'not yet set',
              ]),
            },
          ],
    ),
  ];
}

function voices({ quotes }: Proceedings): Block[] {
  if (quotes.length === 0) return [];
  return [
    text('heading', 'Voices'),
    ...quotes.map((one): Block => {
      const about = [one.about, one.theme].filter((part) => part !== null).join(', ');
      return {
        kind: 'quote',
        text: one.text,
        by: [one.author ?? 'unnamed', about].filter(Boolean).join('; '),
      };
    }),
  ];
}

/** "2026-11-22 09:45 UTC"; what is no such stamp stays as it is. */
function minuteOf(stamp: string): string {
  return stamp.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/, '$1 $2 UTC');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
