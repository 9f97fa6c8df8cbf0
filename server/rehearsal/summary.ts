/** What came of a rehearsal: the fields of the JSON line, and the same for a person. */
export interface Summary {
  employers: number;
  activities: number;
  commands: { sent: number; acked: number; refused: number };
  /** Occupation codes the room kept, most critical first. */
  critical: string[];
  /** By what staff made of them; `proposed` are left undecided. */
  adjustments: { proposed: number; accepted: number; modified: number; rejected: number };
  /** Number of the revision. */
  revision: number;
  bundle: string;
  /** What one phone received over the whole guide. */
  downstreamBytes: { median: number; max: number };
  seconds: number;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1_000)} KB`;

export function summaryLines(summary: Summary, differences: number): string[] {
  const { commands, adjustments, downstreamBytes } = summary;
  return [
    '',
    `${summary.employers} employers, ${summary.activities} activities, ${summary.seconds} s`,
    `Commands: ${commands.sent} sent, ${commands.acked} stored, ${commands.refused} refused`,
    `Critical: ${summary.critical.join(', ')}`,
    `Adjustments: ${adjustments.accepted} accepted, ${adjustments.modified} modified, ${adjustments.rejected} rejected, ${adjustments.proposed} left proposed`,
    `One phone received ${kilobytes(downstreamBytes.median)}, at most ${kilobytes(downstreamBytes.max)}`,
    `Revision ${summary.revision}: ${summary.bundle}`,
    differences === 0
      ? 'What was published is what was sent: no differences.'
      : `What was published is not what was sent: ${differences} differences.`,
  ];
}
