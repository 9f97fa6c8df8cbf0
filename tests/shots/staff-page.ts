import type { Page } from '@playwright/test';
import type { House } from './house.ts';

export async function staffPage(house: House): Promise<Page> {
  const { staff } = house.server.services;
  const token = await staff.exchange(await staff.offerLink());
  if (token === null) throw new Error('Staff could not sign in.');
  return house.open('/staff', `plumbline_staff=${token}`);
}
