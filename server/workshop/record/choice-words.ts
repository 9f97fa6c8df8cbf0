/** The choices of the tallies, in words for people. */
const words: Record<string, string> = {
  too_low: 'Too low',
  about_right: 'About right',
  too_high: 'Too high',
  cannot_say: 'Cannot say',
  no_majority: 'no majority',
  nobody: 'nobody answered',
  estimate: 'Median estimate',
  answered: 'Firms answered',
  nominated: 'Nominated',
  chosen: 'Firms that chose it',
  preferred_in_pairs: 'Preferred in pairs',
  hard_to_fill: 'Hard to fill',
  many_openings: 'Many openings',
  retirements: 'Retirements',
  turnover: 'Turnover',
  licence_or_safety: 'Licence or safety',
  gateway: 'Gateway to other jobs',
  often_or_almost_always: 'Often or almost always',
  mean_frequency: 'Mean frequency (0 rarely to 3 almost always)',
  needed_on_day_one: 'Share that needs it on day one',
  median_place: 'Median place',
  kendall_w: "Agreement (Kendall's W)",
  agree: 'Agree',
  disagree: 'Disagree',
  offered: 'Firms that offer it',
  mean_of_1_to_5: 'Mean, 1 to 5',
};

/** A category's own title stands for itself. */
export function choiceWords(choice: string): string {
  return words[choice] ?? choice;
}

export function resultWords(result: string): string {
  const said = words[result];
  return said === undefined ? result : said.toLowerCase();
}
