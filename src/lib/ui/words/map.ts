/** What the pathway map says by itself. */
import type { StepView, TransitionView } from '#lib/protocol/views/content.ts';
import { monthsWords, stepKindWords, transitionKindWords, verdictWords } from './labels.ts';

export const MAP_WORDS = {
  map: (title: string) => `Pathway of ${title}`,
  loading: 'Drawing the map …',
  failed: 'The map could not be drawn on this device; here it is as a list.',
  asList: 'As a list',
  tools: 'Change the map',
  pick: 'Step or transition',
  pickHint: 'Choose a step on the map or here. Arrow keys move it, Enter opens it, Delete takes it off.',
  nothingPicked: 'nothing chosen',
  left: 'Move left',
  right: 'Move right',
  up: 'Move up',
  down: 'Move down',
  connect: 'Connect to …',
  connectGo: 'Connect',
  as: 'as',
  months: 'Typical time in months',
  name: 'Name',
  rename: 'Rename',
  remove: 'Remove',
  save: 'Save',
  add: 'Add a step',
  addGo: 'Add',
  kind: 'Kind',
  side: 'Where',
  fit: 'Whole map',
  isNew: 'new',
  moved: (label: string, level: number, row: number) => `${label}: column ${level}, row ${row + 1}`,
  movedAside: 'That place was taken; the nearest free one was used.',
  removed: (label: string) => `${label} is off the map. The console can put it back.`,
  connected: (from: string, to: string) => `${from} leads to ${to}`,
  steps: 'Steps',
  transitions: 'leads to',
  empty: 'No step stands on the map yet.',
} as const;

/** "HVAC certificate. New. Program, contested." What is written on the map stands in the name as it is written (2.5.3). */
export function stepWords(step: StepView): string {
  const facts = [stepKindWords[step.kind], step.verdict ? verdictWords[step.verdict] : ''];
  return `${step.label}. ${step.isNew ? 'New. ' : ''}${facts.filter(Boolean).join(', ')}.`;
}

export function transitionWords(transition: TransitionView, from: string, to: string): string {
  const facts = [
    transitionKindWords[transition.kind],
    monthsWords(transition.months) ?? '',
    transition.verdict ? verdictWords[transition.verdict] : '',
    transition.isNew ? MAP_WORDS.isNew : '',
  ];
  const written = monthsShort(transition.months);
  return `${from} to ${to}. ${facts.filter(Boolean).join(', ')}.${written ? ` ${written}.` : ''}`;
}

/** Short enough for a line on the map: "9 mo", "4 yr", "1.5 yr". */
export function monthsShort(months: number | null): string {
  if (months === null) return '';
  if (months < 12) return `${months} mo`;
  const years = months / 12;
  return `${Number.isInteger(years) ? years : years.toFixed(1)} yr`;
}
