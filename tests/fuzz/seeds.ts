/** A small file in the layout of every importer, made here cell by cell: the same shapes as published, not the published figures. */
import { strToU8 } from 'fflate';
import { bundleZip } from '../../server/export/bundle.ts';
import { longTemplate, wideTemplate } from '../../server/import/templates.ts';
import { blsHeader, blsRow } from '../import/file-of.ts';
import type { ImportProfile } from '../../server/import/mapped/mapping.ts';
import { mappedBy, stateProfile } from '../import/mapped-by.ts';
import { stateWorkbook } from '../import/state-workbook.ts';
import { workbook } from '../import/workbook-of.ts';
import type { Cell, Rows } from '../import/workbook-of.ts';
import { dataset, firstRevision } from '../lmi/revision-fixture.ts';

export interface Seed {
  name: string;
  /** The profile that must recognise it. */
  profile: string;
  bytes: Uint8Array;
  answers: Record<string, string>;
  /** What staff said of its columns, where no profile recognises it. */
  mapping?: ImportProfile;
}

function csv(rows: Rows): string {
  const quote = (cell: Cell): string =>
    /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  return rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

const oneFigureARow = csv([
  ['Code', 'Title', 'Year', 'Measure', 'Value'],
  ['29-1141', 'Registered nurses', 2022, 'Employment', 5],
  ['29-1141', 'Registered nurses', 2022, 'Median annual wage', '>= 239,200'],
  ['29-1171', 'Nurse practitioners', 2022, 'Employment', 7],
  ['29-1171', 'Nurse practitioners', 2022, 'Median annual wage', 90_000],
]);

const oewsHeader =
  'AREA_TITLE NAICS OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE LOC_QUOTIENT H_MEAN A_MEAN MEAN_PRSE H_MEDIAN A_MEDIAN A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
const oews: Rows = [
  oewsHeader,
  [
    'U.S.',
    '000000',
    '1235',
    '29-0000',
    'Healthcare',
    'major',
    900,
    0.1,
    '',
    40.1,
    80_000,
    0.1,
    35,
    72_000,
    '#',
    '',
    '',
  ],
  [
    'U.S.',
    '000000',
    '1235',
    '29-1141',
    'Registered Nurses',
    'detailed',
    320,
    0.4,
    '',
    41.2,
    85_000,
    0.3,
    39,
    81_000,
    120_000,
    '',
    '',
  ],
  [
    'U.S.',
    '000000',
    '1235',
    '29-1223',
    'Psychiatrists',
    'detailed',
    '**',
    4.1,
    '',
    '#',
    '#',
    2,
    '#',
    '#',
    '#',
    '',
    '',
  ],
  [
    'U.S.',
    '000000',
    '1235',
    '25-2021',
    'Elementary teachers',
    'detailed',
    90,
    0.5,
    '',
    '*',
    60_000,
    1,
    '*',
    58_000,
    90_000,
    'TRUE',
    '',
  ],
];
const projections: Rows = [
  ['Table 1.2 Occupational projections, 2024\u201334 (numbers in thousands)'],
  [
    '2024 National Employment Matrix title',
    '2024 National Employment Matrix code',
    'Occupation type',
    'Employment, 2024',
    'Employment, 2034',
    'Employment change, numeric, 2024\u201334',
    'Employment change, percent, 2024\u201334',
    'Occupational openings, 2024\u201334 annual average',
    'Median annual wage, dollars, 2024[1]',
    'Typical education needed for entry',
    'Work experience in a related occupation',
    'Typical on-the-job training needed to attain competency in the occupation',
  ],
  [
    'Total, all occupations',
    '00-0000',
    'Summary',
    1000,
    1010,
    10,
    1,
    90,
    49_500,
    '\u2014',
    '\u2014',
    '\u2014',
  ],
  [
    '  Registered nurses[2]',
    '29-1141',
    'Line item',
    3391,
    3557.1,
    166.1,
    4.9,
    189.1,
    93_600,
    "Bachelor's degree",
    'None',
    'None',
  ],
  [
    '  Actors',
    '27-2011',
    'Line item',
    57,
    57.1,
    0.2,
    0.3,
    6.3,
    '\u2014',
    'Some college, no degree',
    'None',
    'Long-term on-the-job training',
  ],
  ['Footnotes:'],
];
const household: Rows = [
  ['HOUSEHOLD DATA\nANNUAL AVERAGES\n11. Employed persons by detailed occupation'],
  ['[Numbers in thousands]'],
  ['Occupation', 2022],
  ['', 'Total\nemployed', 'Percent of total employed'],
  ['', '', 'Women', 'White', 'Black or\nAfrican\nAmerican', 'Asian', 'Hispanic\nor Latino'],
  ['Total, 16 years and over', 158_291, 46.8, 77, 12.6, 6.7, 18.5],
  ['Registered nurses', 3200, 87.1, 72, 15, 9.1, 9],
  ['Psychiatrists', 31, '\u2013', '\u2013', '\u2013', '\u2013', '\u2013'],
  ['NOTE: Estimates for the above race groups do not sum to totals.'],
];
const onet = (...more: string[]): string[] => ['O*NET-SOC Code', 'Title', ...more];
const skills: Rows = [
  onet('Element ID', 'Element Name', 'Scale ID', 'Data Value', 'Recommend Suppress', 'Not Relevant', 'Date'),
  ['29-1141.00', 'Registered Nurses', '2.A.1.a', 'Reading Comprehension', 'IM', 4, 'N', '', '08/2023'],
  ['29-1141.00', 'Registered Nurses', '2.A.1.a', 'Reading Comprehension', 'LV', 4.25, 'N', 'N', '08/2023'],
  ['29-1141.01', 'Acute Care Nurses', '2.A.1.a', 'Reading Comprehension', 'LV', 0, 'Y', 'Y', '08/2023'],
];
const crosswalk: Rows = [
  ['CIP2020Code', 'CIP2020Title', 'SOC2018Code', 'SOC2018Title'],
  ['01.0102', 'Agribusiness.', '11-9013', 'Farmers'],
  ['51.3801', 'Registered Nursing.', '29-1141', 'Registered Nurses'],
  ['01.0508', 'Taxidermy.', '99-9999', 'NO MATCH'],
  ['99.9999', 'NO MATCH', '25-3041', 'Tutors'],
];
const notices: Rows = [
  [
    'state',
    'employer_name',
    'location',
    'notice_date',
    'effective_date',
    'employees_affected',
    'layoff_type',
    'is_amendment',
    'source_url',
    'source_notice_id',
  ],
  [
    'CO',
    'Acme Inc.',
    'Denver',
    '2026-01-10',
    '2026-03-10',
    50,
    'Layoff',
    0,
    'https://example.org/warn',
    'n1',
  ],
  [
    'CO',
    'Acme Inc. (Update)',
    'Denver',
    '2026-02-01',
    '2026-03-10',
    40,
    'unknown',
    1,
    'https://example.org/warn',
    'n2',
  ],
  ['CO', 'Nobody', '', '', '', '', '', 0, 'https://example.org/warn', 'n3'],
];
const noc = JSON.stringify([
  {
    Level: 4,
    'Hierarchical structure': 'Minor Group',
    'Code - NOC 2021 V1.0': 1,
    'Class title': 'Managers',
    'Class definition': 'x',
  },
  {
    Level: 5,
    'Hierarchical structure': 'Unit Group',
    'Code - NOC 2021 V1.0': 10,
    'Class title': 'Legislators',
    'Class definition': 'Make laws.',
  },
]);

const seed = (
  name: string,
  profile: string,
  content: string | Uint8Array,
  answers: Record<string, string> = {},
): Seed => ({
  name,
  profile,
  bytes: typeof content === 'string' ? strToU8(content) : content,
  answers,
});

export const seeds: readonly Seed[] = [
  seed(
    'projections.csv',
    'bls-projections',
    [blsHeader, blsRow(), blsRow({ code: '="27-2011"', wage: 'N/A' })].join('\r\n'),
  ),
  seed('projections.xlsx', 'bls-projections', workbook({ 'Table 1.2': projections })),
  seed('state_M2024.csv', 'bls-oews', csv(oews)),
  seed('national_M2024_dl.xlsx', 'bls-oews', workbook({ national_M2024_dl: oews, Filler: [] })),
  seed('cpsaat11.xlsx', 'cps-household', workbook({ cpsaat11: household })),
  seed('Skills.xlsx', 'onet-skills', workbook({ Skills: skills })),
  seed(
    'job zones.csv',
    'onet-job-zones',
    csv([
      onet('Job Zone', 'Date', 'Domain Source'),
      ['29-1141.00', 'Registered Nurses', 3, '08/2023', 'Analyst'],
    ]),
  ),
  seed(
    'related.csv',
    'onet-related',
    csv([
      onet('Related O*NET-SOC Code', 'Related Title', 'Relatedness Tier', 'Index'),
      ['29-1141.00', 'Registered Nurses', '29-1171.00', 'Nurse Practitioners', 'Primary-Short', 1],
    ]),
  ),
  seed(
    'titles.csv',
    'onet-titles',
    csv([
      onet('Reported Job Title', 'Shown in My Next Move'),
      ['29-1141.00', 'Registered Nurses', 'Staff Nurse', 'Y'],
    ]),
  ),
  seed(
    'occupations.csv',
    'occupation-list',
    csv([onet('Description'), ['29-1141.00', 'Registered Nurses', 'Assess patients.']]),
  ),
  seed(
    'cip.csv',
    'nces-cip',
    csv([
      ['CIPFamily', 'CIPCode', 'Action', 'TextChange', 'CIPTitle'],
      ['01', '01.0102', 'New', 'no', 'Agribusiness.'],
      ['01', '01.01', 'New', 'no', 'Group.'],
    ]),
  ),
  seed(
    'crosswalk.xlsx',
    'cip-soc',
    workbook({ 'CIP-SOC': crosswalk, 'SOC-CIP': [['SOC2018Code', 'CIP2020Code']] }),
  ),
  seed(
    'c2024_a.csv',
    'ipeds-completions',
    csv([
      ['UNITID', 'CIPCODE', 'MAJORNUM', 'AWLEVEL', 'CTOTALT'],
      [126_207, '51.3801', 1, 3, 8],
      [126_207, '99', 1, 3, 8],
    ]),
  ),
  seed(
    'hd2024.csv',
    'ipeds-institutions',
    csv([
      ['UNITID', 'INSTNM', 'CITY', 'STABBR', 'WEBADDR'],
      [126_207, 'Some College', 'Greeley', 'CO', 'www.example.org'],
    ]),
  ),
  seed('noc.json', 'noc-structure', noc),
  seed(
    'in_demand_2020.csv',
    'in-demand',
    csv([
      ['SOC', 'OCCUPATIONTITLE'],
      ['31-1014', 'Nursing Assistants'],
      ['29-1141', 'Registered Nurses'],
    ]),
  ),
  seed('warn.csv', 'warn-notices', csv(notices)),
  { ...seed('state.xlsx', 'mapped-p-0123456789', stateWorkbook()), mapping: await stateProfile() },
  {
    ...seed(
      'jobs.csv',
      'mapped-p-0123456789',
      'SOC,Title,Jobs 2022\n291141,Registered nurses,"1,5*"\n291171,Nurse practitioners,5\n',
    ),
    mapping: await mappedBy(Buffer.from('SOC,Title,Jobs 2022\n291141,Nurses,5\n'), 'jobs.csv', {}),
  },
  {
    ...seed('one-a-row.csv', 'mapped-p-0123456789', oneFigureARow),
    mapping: await mappedBy(Buffer.from(oneFigureARow), 'one-a-row.csv', {}),
  },
  seed('long.csv', 'plumbline-long', longTemplate().text),
  seed('wide.csv', 'plumbline-wide', wideTemplate().text),
  seed('bundle.zip', 'plumbline-bundle', bundleZip(firstRevision(), dataset)),
];
