/** What a person is told before the first question: the competition rules, what is recorded, how long it is kept. */
export interface Terms {
  competitionText: string;
  consentText: string;
  retentionDays: number;
}
