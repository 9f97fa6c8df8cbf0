/** schema.org for search engines: what a page is about, as data. */
type Shown = NonNullable<Awaited<ReturnType<App.Locals['services']['explore']['occupation']>>>;
type Front = NonNullable<Awaited<ReturnType<App.Locals['services']['explore']['front']>>>;

const CONTEXT = 'https://schema.org';

/** `address`: of the page itself. */
export function occupationData({ occupation, leading, plain }: Shown, address: string): object {
  const { code, system, title, aliases, figures, gaps, skills } = occupation;
  const wage = leading['wage_median_annual'];
  const education = leading['education_typical'];
  const isWage = wage?.published.value != null;
  return {
    '@context': CONTEXT,
    '@type': 'Occupation',
    '@id': address,
    url: address,
    name: title,
    alternateName: aliases.slice(0, 10),
    description: plain.join(' '),
    occupationalCategory: {
      '@type': 'CategoryCode',
      codeValue: code,
      name: title,
      inCodeSet: { '@type': 'CategoryCodeSet', name: system },
    },
    ...(isWage && {
      estimatedSalary: {
        '@type': 'MonetaryAmountDistribution',
        name: 'published median',
        currency: 'USD',
        duration: 'P1Y',
        median: wage.published.value,
      },
    }),
    ...(education && { educationRequirements: education.published.words }),
    skills: [...gaps, ...skills].map((each) => ('label' in each ? each.label : each.name)).slice(0, 20),
    occupationLocation: [...new Set(figures.map(({ area }) => area))].map((name) => ({
      '@type': 'AdministrativeArea',
      name,
    })),
  };
}

/** One Dataset for each revision that is published now. */
export function datasetData({ editions, sources }: Front, origin: string): object {
  return {
    '@context': CONTEXT,
    '@graph': editions.map(({ dataset, revision, workshop }) => ({
      '@type': 'Dataset',
      '@id': `${origin}/revisions/${revision.id}`,
      url: `${origin}/revisions/${revision.id}`,
      name: `${dataset.title}, revision ${revision.number}`,
      description: `Published figures (${dataset.release}) with the adjustments that employers agreed${workshop ? ` in “${workshop.title}”, ${workshop.region}` : ''}.`,
      version: String(revision.number),
      datePublished: revision.publishedOn,
      spatialCoverage: dataset.area,
      isBasedOn: sources.flatMap(({ url }) => url ?? []),
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/zip',
        contentUrl: `${origin}/revisions/${revision.id}.zip`,
      },
    })),
  };
}
