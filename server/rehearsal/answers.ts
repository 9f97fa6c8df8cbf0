/** What an employer answers, from nothing but what its own phone shows. */
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { Content, ContentKind } from '../../src/lib/protocol/views/content.ts';
import type { Answering, Occasion } from './answering.ts';
import { figureAnswers } from './answers/figures.ts';
import { orderAnswers, validationAnswers } from './answers/map.ts';
import { categoryAnswers, criticalAnswers, tieAnswers } from './answers/occupations.ts';
import { commitmentAnswers, surveyAnswers } from './answers/promises.ts';
import { gapAnswers, preferenceAnswers, reasonAnswers } from './answers/reasons.ts';

const ANSWERING: { [K in ContentKind]?: Answering<K> } = {
  figures: figureAnswers,
  choose: criticalAnswers,
  ties: tieAnswers,
  group: categoryAnswers,
  reason: reasonAnswers,
  gap: gapAnswers,
  order: orderAnswers,
  validation: validationAnswers,
  preference: preferenceAnswers,
  commitment: commitmentAnswers,
  close: surveyAnswers,
};

export function answersTo(content: Content, occasion: Occasion): Answer[] {
  const answering = ANSWERING[content.kind] as
    ((content: Content, occasion: Occasion) => Answer[]) | undefined;
  return answering ? answering(content, occasion) : [];
}
