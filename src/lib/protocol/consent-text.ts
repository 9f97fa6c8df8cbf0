/** What is recorded and who sees it, in plain words: the same sentence wherever consent is asked for or shown (C3). */
export const CONSENT_TEXT =
  'Your answers are counted and shown to the room only as totals. Your name and organisation are seen by the facilitator and the host’s staff, not by the other participants. You may allow us to name or quote you: for three months, and you can take it back at any time.';
