/** SOC 2018: the shape of a code, its groups, and the codes BLS uses for several SOC codes together. A code is text, always. */

const detailedShape = /^\d{2}-\d{4}$/;

/** BLS codes that stand for several detailed codes, with those they stand for. They do not join to CIP-SOC by themselves. */
export const blsHybridCodes: Readonly<Record<string, readonly string[]>> = {
  '13-1020': ['13-1021', '13-1022', '13-1023'],
  '13-2020': ['13-2022', '13-2023'],
  '21-1018': ['21-1011', '21-1014'],
  '25-2052': ['25-2055', '25-2056'],
  '25-9045': ['25-9042', '25-9043', '25-9049'],
  '29-2010': ['29-2011', '29-2012'],
  '31-1120': ['31-1121', '31-1122'],
  '39-7010': ['39-7011', '39-7012'],
  '47-4090': ['47-4091', '47-4099'],
  '51-2028': ['51-2022', '51-2023'],
  '51-2090': ['51-2092', '51-2099'],
  '53-1047': ['53-1042', '53-1043', '53-1044', '53-1049'],
};

/** The 23 major groups, by the first two digits: the categories a room starts from. */
const socMajorGroups: Readonly<Record<string, string>> = {
  '11': 'Management',
  '13': 'Business and Financial Operations',
  '15': 'Computer and Mathematical',
  '17': 'Architecture and Engineering',
  '19': 'Life, Physical, and Social Science',
  '21': 'Community and Social Service',
  '23': 'Legal',
  '25': 'Educational Instruction and Library',
  '27': 'Arts, Design, Entertainment, Sports, and Media',
  '29': 'Healthcare Practitioners and Technical',
  '31': 'Healthcare Support',
  '33': 'Protective Service',
  '35': 'Food Preparation and Serving',
  '37': 'Building and Grounds Cleaning and Maintenance',
  '39': 'Personal Care and Service',
  '41': 'Sales',
  '43': 'Office and Administrative Support',
  '45': 'Farming, Fishing, and Forestry',
  '47': 'Construction and Extraction',
  '49': 'Installation, Maintenance, and Repair',
  '51': 'Production',
  '53': 'Transportation and Material Moving',
  '55': 'Military Specific',
};

export function isBlsHybrid(code: string): boolean {
  return Object.hasOwn(blsHybridCodes, code);
}

/** The detailed codes a code stands for: itself, or the parts of a hybrid. */
export function detailedCodes(code: string): readonly string[] {
  return isBlsHybrid(code) ? (blsHybridCodes[code] ?? []) : [code];
}

/** A major, minor or broad group, which is no single occupation. */
export function isSocGroup(code: string): boolean {
  return detailedShape.test(code) && code.endsWith('0') && !isBlsHybrid(code);
}

/** The major group's two digits and title; null for a code that has none. */
export function socMajorGroup(code: string): { code: string; title: string } | null {
  const digits = code.slice(0, 2);
  const title = detailedShape.test(code) ? socMajorGroups[digits] : undefined;
  return title === undefined ? null : { code: digits, title };
}

export type CodeReading = { ok: true; code: string } | { ok: false; reason: string; likely: string | null };

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * A cell that should hold a SOC code. The formula quoting of a published CSV (`="13-2011"`) is opened and a typographic dash
 * becomes a hyphen; anything else that lost its shape is refused with the reason and, where it can be told, the likely code.
 */
export function readSocCode(cell: string): CodeReading {
  const formula = /^="?([^"]*)"?$/.exec(cell.trim());
  const code = (formula?.[1] ?? cell).replaceAll('\u00A0', ' ').trim().replace(dashes, '-');
  if (detailedShape.test(code)) return { ok: true, code };
  return { ok: false, ...whyNotACode(code) };
}

function whyNotACode(code: string): { reason: string; likely: string | null } {
  if (code === '') return { reason: 'there is no occupation code', likely: null };
  if (/^\d{6}$/.test(code)) {
    return { reason: 'the hyphen of the code is missing', likely: `${code.slice(0, 2)}-${code.slice(2)}` };
  }
  if (/^\d{2}-\d{4}\.\d{2}$/.test(code)) {
    return { reason: 'this is an O*NET code; SOC 2018 has six digits', likely: code.slice(0, 7) };
  }
  if (/^\d{2}-\d{1,3}$/.test(code)) return { reason: 'digits of the code are missing', likely: null };
  if (looksLikeDate(code) || /^\d{5}$/.test(code)) {
    return {
      reason: 'the code was turned into a date or a number by a spreadsheet; keep the column as text',
      likely: null,
    };
  }
  return { reason: 'this is not a SOC 2018 code, which looks like 29-1141', likely: null };
}

function looksLikeDate(text: string): boolean {
  return (
    /^[A-Za-z]{3,9}[- ]\d{2,4}$/.test(text) ||
    /^\d{1,2}[- ][A-Za-z]{3,9}([- ]\d{2,4})?$/.test(text) ||
    /^\d{1,4}[/.]\d{1,4}([/.]\d{1,4})?$/.test(text) ||
    /^\d{4}-\d{2}-\d{2}/.test(text)
  );
}
