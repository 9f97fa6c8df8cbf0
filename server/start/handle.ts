/** The one handle by which the pages, which are bundled apart, reach this process: its services, and its log for what broke. */
import type { Services } from '../services.ts';

const SERVICES = Symbol.for('plumbline.services');
const PAGE_FAILED = Symbol.for('plumbline.page-failed');

export type PageFailed = (failure: { status: number; path: string; error: unknown }) => void;

export function publishServices(services: Services, pageFailed: PageFailed): void {
  Object.assign(globalThis, { [SERVICES]: services, [PAGE_FAILED]: pageFailed });
}
