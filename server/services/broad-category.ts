/** Titles of the NOC 2021 broad categories (Statistics Canada): the category that the first digit of a code gives. */
const BROAD_CATEGORIES: Record<string, string> = {
  '0': 'Legislative and senior management',
  '1': 'Business, finance and administration',
  '2': 'Natural and applied sciences',
  '3': 'Health',
  '4': 'Education, law, social, community and government services',
  '5': 'Art, culture, recreation and sport',
  '6': 'Sales and service',
  '7': 'Trades, transport and equipment operators',
  '8': 'Natural resources and agriculture',
  '9': 'Manufacturing and utilities',
};

export function broadCategoryTitle(code: string): string {
  return BROAD_CATEGORIES[code.slice(0, 1)] ?? 'Other';
}
