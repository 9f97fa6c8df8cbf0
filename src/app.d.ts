import type { Services, StaffSession } from '../server/services.ts';

declare global {
  namespace App {
    interface Locals {
      services: Services;
      staff: StaffSession | null;
      /** Of a public page: schema.org data for search engines. */
      structured?: object;
    }
  }
}

export {};
