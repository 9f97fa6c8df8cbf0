/** The deck: the excerpt of a dataset release a workshop works on, frozen when it is prepared (A5). */
import type { CodeList } from '../lmi/code-list.ts';
import type { Dataset, Observation } from '../lmi/dataset.ts';
import type { DraftPathway } from '../lmi/pathway.ts';
import { measureOrder } from '../lmi/measures.ts';
import { majorGroupTitle } from './major-group.ts';
import type { Card, Deck } from './state.ts';

export function buildDeck(
  dataset: Dataset,
  shortlist: readonly string[],
  drafts: readonly DraftPathway[],
  codeList: CodeList,
): Deck {
  const cards = shortlist.map((code) => buildCard(dataset, code, codeList)).filter((card) => card !== null);
  const pathways = [...dataset.pathways, ...drafts].map((pathway): [string, DraftPathway] => [
    pathway.occupation,
    pathway,
  ]);
  return {
    datasetId: dataset.id,
    release: dataset.release,
    sources: dataset.sources,
    cards: Object.fromEntries(cards.map((card) => [card.code, card])),
    pathways: Object.fromEntries(pathways),
  };
}

/** What the dataset knows of an occupation; a card without figures for one that is only in the code list; null for an unknown code. */
export function buildCard(dataset: Dataset, code: string, codeList: CodeList): Card | null {
  const title =
    dataset.occupations.find((occupation) => occupation.code === code)?.title ?? codeList.get(code)?.title;
  if (title === undefined) return null;
  return {
    code,
    title,
    group: { id: code.slice(0, 2), title: majorGroupTitle(code) },
    observations: oneAMeasure(dataset.observations.filter((observation) => observation.occupation === code)),
    skills: dataset.skills.filter((skill) => skill.occupation === code),
    programs: dataset.programs.filter((program) => program.occupations.includes(code)),
  };
}

/** Two sources may publish the same measure with different meanings: the card shows the first, in the release's order of sources. */
function oneAMeasure(observations: readonly Observation[]): Observation[] {
  return measureOrder
    .map((measure) => observations.find((observation) => observation.measure === measure))
    .filter((observation) => observation !== undefined);
}
