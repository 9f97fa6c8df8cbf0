/**
 * A request's path as the log may hold it (S2). Only words that are ours and ids of things are kept: a join code, a link's
 * secret, whatever a person typed into the address bar, and the whole query become a star.
 */
const WORDS = new Set([
  '_app',
  'about',
  'accounts',
  'api',
  'audit',
  'audit.csv',
  'brochure',
  'comment',
  'comments',
  'compare',
  'datasets',
  'device',
  'enter',
  'explore',
  'export',
  'export.zip',
  'face',
  'handout',
  'healthz',
  'host',
  'icon.svg',
  'import',
  'join',
  'map',
  'mappings',
  'materials',
  'materials.zip',
  'metrics',
  'new',
  'occupations',
  'pathways',
  'preparation',
  'preview',
  'privacy',
  'proceedings.html',
  'publish',
  'readyz',
  'replays',
  'review',
  'revisions',
  'robots.txt',
  'screen',
  'sectors',
  'sheet',
  'sign-in',
  'sign-out',
  'sitemap.xml',
  'slides.pptx',
  'socket.io',
  'staff',
  'supply',
  'upload',
  'tables',
  'take',
  'templates',
  'v1',
  'why',
  'workshops',
]);
/** Workshops, datasets, revisions, imports; no people, no seats. */
const THING = /^[wdri]-[0-9a-z]{10}(\.zip)?$/;

export function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  const segments = path.split('/').slice(1, 9);
  const [first, ...rest] = segments;
  if (first === '_app') return '/_app/*';
  return `/${[first ?? '', ...rest].map((each) => (isKept(each) ? each : '*')).join('/')}`;
}

function isKept(segment: string): boolean {
  return segment === '' || WORDS.has(segment) || THING.test(segment);
}
