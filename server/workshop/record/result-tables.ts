/** One question's tally as a table for people: an item a line, its choices beside each other, the firms that answered with them (V3). */
import type { ResultTable } from '../../lmi/proceedings.ts';
import type { ChoiceRow } from '../../lmi/tallies.ts';
import { choiceWords, resultWords } from './choice-words.ts';
import { counted } from '../counted.ts';

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** `rows` are of one round of one question. */
export function resultTables(rows: readonly ChoiceRow[]): ResultTable[] {
  const choices = [...new Set(rows.map(({ choice }) => choice))];
  const items = new Map<string, { title: string; cells: Map<string, ChoiceRow> }>();
  for (const row of rows) {
    const item = items.get(row.target) ?? { title: row.title, cells: new Map<string, ChoiceRow>() };
    item.cells.set(row.choice, row);
    items.set(row.target, item);
  }
  const hasPeople = rows.some(({ people }) => people !== null);
  const hasResult = rows.some(({ result }) => result !== null);
  const body = [...items.values()].filter(({ cells }) => [...cells.values()].some(isTold));
  const untold = items.size - body.length;
  return [
    {
      caption: 'Counted by firm',
      columns: [
        { label: 'Item', isNumber: false },
        ...choices.map((choice) => ({ label: choiceWords(choice), isNumber: true })),
        ...(hasPeople ? [{ label: 'People', isNumber: true }] : []),
        ...(hasResult ? [{ label: 'Result', isNumber: false }] : []),
      ],
      rows: body.map(({ title, cells }) => [
        title,
        ...choices.map((choice) => cellText(cells.get(choice))),
        ...(hasPeople ? [peopleText([...cells.values()])] : []),
        ...(hasResult ? [resultText([...cells.values()])] : []),
      ]),
      remarks:
        untold === 0
          ? []
          : [
              `${untold} more ${untold === 1 ? 'item was' : 'items were'} put to the room and got no answer; data/tallies.csv lists ${untold === 1 ? 'it' : 'them'}.`,
            ],
    },
  ];
}

function isTold({ firms, people, value, result }: ChoiceRow): boolean {
  return (firms ?? 0) > 0 || (people ?? 0) > 0 || value !== null || (result !== null && result !== 'nobody');
}

/** A value that is no count carries its own number of firms, where one is known. */
function cellText(row: ChoiceRow | undefined): string {
  if (!row) return '';
  if (row.value !== null)
    return row.firms === null
      ? plain.format(row.value)
      : `${plain.format(row.value)} (${counted(row.firms, 'firm', 'firms')})`;
  return row.firms === null ? '' : String(row.firms);
}

function peopleText(rows: readonly ChoiceRow[]): string {
  const counts = rows.map(({ people }) => people).filter((people) => people !== null);
  return counts.length === 0 ? '' : counts.join(' / ');
}

function resultText(rows: readonly ChoiceRow[]): string {
  return rows
    .map(({ result }) => result)
    .filter((result) => result !== null)
    .map(resultWords)
    .join('; ');
}
