/**
 * Words that name money or an agreement not to hire (C2). A warning, not a verdict: the author is told before sending,
 * and what is sent anyway is held until a facilitator releases it.
 */
export type CompetitionWarning = 'money' | 'no_hire';

const MONEY =
  /[$€£]\s?\d|\d\s?(?:\$|€|£|dollars?\b|usd\b|k\b)|\b\d+(?:[.,]\d+)?\s*(?:\/|per|an|a)\s*(?:h(?:ou)?r|day|week|month|year)\b|\b(?:salar(?:y|ies)|wages?|pay\s?(?:rate|scale|band)s?|hourly rate|sign[- ]?on bonus|bonus(?:es)?|compensation|stipend)\b/i;
const NO_HIRE =
  /\bno[- ]?(?:poach|hire|hiring)\w*|\b(?:agree|promise|deal|pact|understanding)\w*\b[^.]{0,40}\b(?:not to|don'?t|won'?t|never)\b[^.]{0,30}\b(?:hire|recruit|poach|approach)|\b(?:don'?t|won'?t|not|never|stop)\s+(?:hire|hiring|recruit(?:ing)?|poach(?:ing)?)\b[^.]{0,30}\b(?:each other|their|competitor|from us|our (?:people|staff|employees))/i;

export function competitionWarning(text: string): CompetitionWarning | null {
  if (NO_HIRE.test(text)) return 'no_hire';
  return MONEY.test(text) ? 'money' : null;
}
