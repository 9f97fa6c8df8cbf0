import { buildIfStale } from '../../../server/start/pages.ts';

export default function buildPages(): Promise<void> {
  return buildIfStale((line) => console.log(line));
}
