/** The occupations of the sample, and the short-list its workshop starts from. */

export const sampleOccupations: readonly string[] = [
  '29-1126', // Respiratory therapists
  '29-1141', // Registered nurses
  '29-2010', // Clinical laboratory technologists and technicians
  '29-2032', // Diagnostic medical sonographers
  '29-2034', // Radiologic technologists and technicians
  '29-2042', // Emergency medical technicians
  '29-2052', // Pharmacy technicians
  '29-2055', // Surgical technologists
  '29-2061', // Licensed practical and licensed vocational nurses
  '31-1120', // Home health and personal care aides
  '31-1131', // Nursing assistants
  '31-9091', // Dental assistants
  '31-9092', // Medical assistants
  '31-9097', // Phlebotomists
  '47-2031', // Carpenters
  '47-2111', // Electricians
  '47-2152', // Plumbers, pipefitters, and steamfitters
  '49-3023', // Automotive service technicians and mechanics
  '49-3031', // Bus and truck mechanics and diesel engine specialists
  '49-9021', // Heating, air conditioning, and refrigeration mechanics
  '49-9041', // Industrial machinery mechanics
  '49-9081', // Wind turbine service technicians
  '51-4041', // Machinists
  '51-4121', // Welders, cutters, solderers, and brazers
];

/** Ten occupations that a first workshop reviews: seven of healthcare, three of the trades that keep its buildings running. */
export const sampleShortList: readonly string[] = [
  '29-1141',
  '29-2061',
  '31-1131',
  '31-9092',
  '29-2055',
  '29-2034',
  '29-2052',
  '47-2111',
  '49-9021',
  '49-9041',
];

/** For a workshop of one sector only. */
export const sampleShortLists: Readonly<Record<'healthcare' | 'trades' | 'mixed', readonly string[]>> = {
  healthcare: sampleOccupations.filter((code) => code.startsWith('29-') || code.startsWith('31-')),
  trades: sampleOccupations.filter((code) => !code.startsWith('29-') && !code.startsWith('31-')),
  mixed: sampleShortList,
};
