/** Entries: what people add to the lists, and what the facilitator does with them: hide, release, merge, rename, match, theme. */
import { competitionWarning } from '../../../src/lib/protocol/competition.ts';
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import type { EntryKind } from '../../../src/lib/protocol/entries.ts';
import { PHASES } from '../../../src/lib/protocol/phases.ts';
import type { WorkshopEvent } from '../events.ts';
import { buildCard } from '../deck.ts';
import { entriesOf, isVisible, normalLabel } from '../entries.ts';
import { personOf } from '../firms.ts';
import { focusOccupations } from '../options.ts';
import { activityOf } from '../phases.ts';
import type { Context, Decision } from '../ports.ts';
import type { Entry, WorkshopState } from '../state.ts';
import { gapList } from '../tally/gaps.ts';
import { happened, refuse, undoable } from './handler.ts';
import type { Deciders } from './handler.ts';

const MOST_ENTRIES = 300;
/** Which phase asks employers for which entries. */
const PHASE_OF: Record<EntryKind, string> = {
  nomination: 'nominate',
  comment: 'tap',
  gap: 'rate',
  program: 'tell',
  talent: 'tell',
  practice: 'tell',
  theme: '',
  category: '',
};

interface Wanted {
  activity: string;
  kind: EntryKind;
  occupation: string | null;
  code: string | null;
  label: string;
}

function add(state: WorkshopState, wanted: Wanted, by: string, isHost: boolean, context: Context): Decision {
  const { kind } = wanted;
  if (
    (kind === 'gap' || kind === 'comment') &&
    (wanted.occupation === null || !focusOccupations(state).includes(wanted.occupation))
  )
    return refuse('unknown_option');
  const known =
    kind === 'nomination' && wanted.code !== null ? context.reference.codeList.get(wanted.code) : undefined;
  if (kind === 'nomination' && wanted.code !== null && !known && state.deck.cards[wanted.code] === undefined)
    return refuse('unknown_option');
  const label = known?.title ?? wanted.label;
  if (entriesOf(state, kind).length >= MOST_ENTRIES) return refuse('list_full');
  if (kind !== 'comment' && isOnTheList(state, { ...wanted, label })) return refuse('duplicate');
  const warning = known || isHost ? null : competitionWarning(label);
  const entry: Entry = {
    id: context.commandId,
    kind,
    activity: wanted.activity,
    occupation: wanted.occupation,
    code: wanted.code,
    label,
    by,
    at: context.now,
    hidden: false,
    withdrawn: false,
    warning,
    released: false,
    mergedInto: null,
    theme: null,
  };
  const events: WorkshopEvent[] = [
    ...cardFor(state, kind, wanted.code, context),
    { type: 'entryAdded', entry },
  ];
  return warning ? { events, warning } : { events };
}

function cardFor(
  state: WorkshopState,
  kind: EntryKind,
  code: string | null,
  context: Context,
): WorkshopEvent[] {
  if (kind !== 'nomination' || code === null || state.deck.cards[code]) return [];
  const card = buildCard(context.reference.dataset, code, context.reference.codeList);
  return card ? [{ type: 'cardsAdded', cards: [card] }] : [];
}

function isOnTheList(state: WorkshopState, wanted: Wanted): boolean {
  const label = normalLabel(wanted.label);
  if (wanted.kind === 'nomination' && wanted.code !== null && state.setup.shortlist.includes(wanted.code))
    return true;
  if (
    wanted.kind === 'gap' &&
    gapList(state).some((gap) => gap.occupation === wanted.occupation && normalLabel(gap.label) === label)
  )
    return true;
  return entriesOf(state, wanted.kind).some(
    (entry) =>
      isVisible(entry) &&
      entry.occupation === wanted.occupation &&
      ((wanted.code !== null && entry.code === wanted.code) || normalLabel(entry.label) === label),
  );
}

type EntryCommand = Extract<CommandType, `entry.${string}` | `category.${string}`>;

export const entryDeciders: Deciders<EntryCommand> = {
  'entry.add'(state, actor, command, context) {
    if (command.activity !== state.current.activity || PHASE_OF[command.kind] !== state.current.phase)
      return refuse('moved_on');
    if (personOf(state, actor.id)?.groundRulesAt == null) return refuse('ground_rules_first');
    return add(state, command, actor.id, false, context);
  },
  'entry.create'(state, actor, command, context) {
    const activity = activityOf(state, command.activity);
    if (!activity || PHASES[activity.kind].length === 0) return refuse('not_found');
    return add(state, command, actor.id, true, context);
  },
  'entry.withdraw'(state, actor, command) {
    const entry = state.entries[command.entry];
    if (!entry || entry.withdrawn) return refuse('not_found');
    if (entry.by === null || personOf(state, entry.by)?.id !== personOf(state, actor.id)?.id)
      return refuse('not_yours');
    if (isBuiltOn(state, entry)) return refuse('in_use');
    return happened({ type: 'entryWithdrawn', entry: entry.id, withdrawn: true });
  },
  'entry.hide'(state, _actor, command, context) {
    const entry = state.entries[command.entry];
    if (!entry) return refuse('not_found');
    const set = (hidden: boolean): WorkshopEvent => ({ type: 'entryHidden', entry: entry.id, hidden });
    return undoable(
      context,
      `${command.hidden ? 'Hide' : 'Show'} “${entry.label}”`,
      [set(command.hidden)],
      [set(entry.hidden)],
    );
  },
  'entry.release'(state, _actor, command, context) {
    const entry = state.entries[command.entry];
    if (!entry) return refuse('not_found');
    return undoable(
      context,
      `Release “${entry.label}”`,
      [{ type: 'entryReleased', entry: entry.id, released: true }],
      [{ type: 'entryReleased', entry: entry.id, released: entry.released }],
    );
  },
  'entry.merge'(state, _actor, command, context) {
    const entries = command.entries.filter((id) => id !== command.into);
    const into = state.entries[command.into];
    const kinds = new Set(entries.map((id) => state.entries[id]?.kind));
    const isKnownGap = gapList(state).some((gap) => gap.id === command.into);
    if (entries.length === 0 || kinds.has(undefined) || kinds.size !== 1) return refuse('not_found');
    if (!(into ? kinds.has(into.kind) && into.mergedInto === null : isKnownGap && kinds.has('gap')))
      return refuse('not_found');
    return undoable(
      context,
      `Merge ${entries.length} into “${into?.label ?? 'a known skill'}”`,
      [{ type: 'entriesMerged', entries, into: command.into }],
      [{ type: 'entriesMerged', entries, into: null }],
    );
  },
  'entry.rename'(state, _actor, command, context) {
    const entry = state.entries[command.entry];
    if (!entry) return refuse('not_found');
    return undoable(
      context,
      `Rename “${entry.label}”`,
      [{ type: 'entryRenamed', entry: entry.id, label: command.label }],
      [{ type: 'entryRenamed', entry: entry.id, label: entry.label }],
    );
  },
  'entry.match'(state, _actor, command, context) {
    const entry = state.entries[command.entry];
    const known = context.reference.codeList.get(command.code);
    if (!entry || entry.kind !== 'nomination' || !known) return refuse('not_found');
    const card = state.deck.cards[known.code]
      ? null
      : buildCard(context.reference.dataset, known.code, context.reference.codeList);
    return undoable(
      context,
      `Match “${entry.label}”`,
      [{ type: 'entryMatched', entry: entry.id, code: known.code, label: known.title, card }],
      [{ type: 'entryMatched', entry: entry.id, code: entry.code, label: entry.label, card: null }],
    );
  },
  'entry.theme'(state, _actor, command, context) {
    const entry = state.entries[command.entry];
    if (!entry || (command.theme !== null && state.entries[command.theme]?.kind !== 'theme'))
      return refuse('not_found');
    return undoable(
      context,
      'Move a comment to a theme',
      [{ type: 'entryThemed', entry: entry.id, theme: command.theme }],
      [{ type: 'entryThemed', entry: entry.id, theme: entry.theme }],
    );
  },
  'category.place'(state, _actor, command, context) {
    if (!focusOccupations(state).includes(command.occupation)) return refuse('not_found');
    const before = state.placements[command.occupation] ?? null;
    return undoable(
      context,
      'Move an occupation to a category',
      [{ type: 'categoryPlaced', occupation: command.occupation, category: command.category }],
      [{ type: 'categoryPlaced', occupation: command.occupation, category: before }],
    );
  },
};

/** Somebody else has answered about it, merged into it or named it on a ballot. */
function isBuiltOn(state: WorkshopState, entry: Entry): boolean {
  if (Object.values(state.entries).some((other) => other.mergedInto === entry.id)) return true;
  return Object.values(state.phases).some((phase) =>
    phase.rounds.some((round) =>
      Object.values(round.answers).some((answers) =>
        Object.entries(answers).some(
          ([participant, { answer }]) =>
            participant !== entry.by &&
            ((answer.kind === 'critical' && answer.options.includes(entry.id)) ||
              (answer.kind === 'gap' && answer.gap === entry.id) ||
              (answer.kind === 'preference' && answer.entry === entry.id)),
        ),
      ),
    ),
  );
}
