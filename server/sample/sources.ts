/** Where each figure of the sample comes from. Rows and columns stand with the figures. */
import type { Source } from '../lmi/dataset.ts';

const laborBureau = 'U.S. Bureau of Labor Statistics';
const educationCenter = 'National Center for Education Statistics';
const onet = 'U.S. Department of Labor, Employment and Training Administration (O*NET)';

export const sampleSources = {
  projections: {
    id: 'bls-ep-2024-34',
    title: 'Employment projections 2024-34',
    publisher: laborBureau,
    release: '2024-34',
    file: 'bls_employment_projections_2024-34.csv',
    licence: 'public domain',
    url: 'https://www.bls.gov/emp/',
    retrievedAt: null,
  },
  wages: {
    id: 'bls-oews-2024-05',
    title: 'Occupational employment and wages, May 2024, national (self-employed left out)',
    publisher: laborBureau,
    release: 'May 2024',
    file: 'oews_national_M2024_dl.xlsx',
    licence: 'public domain',
    url: 'https://www.bls.gov/oes/',
    retrievedAt: null,
  },
  household: {
    id: 'bls-cps-2022-11',
    title: 'Employed persons by occupation, sex, race and ethnicity, 2022 (CPS table 11; joined by title, it has no codes)',
    publisher: laborBureau,
    release: '2022 annual averages',
    file: 'cps_aat11_2022.xlsx',
    licence: 'public domain',
    url: 'https://www.bls.gov/cps/',
    retrievedAt: null,
  },
  skills: {
    id: 'onet-skills-2025-08',
    title: 'O*NET skills, importance from 1 to 5 (a code BLS uses for several occupations takes the highest of its parts)',
    publisher: onet,
    release: 'August 2025',
    file: 'onet_skills_2025-08.xlsx',
    licence: 'CC BY 4.0',
    url: 'https://www.onetcenter.org/database.html',
    retrievedAt: null,
  },
  jobZones: {
    id: 'onet-job-zones-29-3',
    title: 'O*NET job zones',
    publisher: onet,
    release: '29.3',
    file: 'onet_job_zones.xlsx',
    licence: 'CC BY 4.0',
    url: 'https://www.onetcenter.org/database.html',
    retrievedAt: null,
  },
  completions: {
    id: 'ipeds-c2024a-co',
    title:
      'Completions 2023-24, Colorado: certificates to bachelor degrees, first majors, joined to occupations by the CIP 2020 - SOC 2018 crosswalk (one completer may count for several occupations)',
    publisher: educationCenter,
    release: 'C2024_A',
    file: 'ipeds_c2024_a_colorado_health_trades.csv',
    licence: 'public domain',
    url: 'https://nces.ed.gov/ipeds/',
    retrievedAt: null,
  },
} as const satisfies Record<string, Source>;
