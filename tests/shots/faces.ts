/** The devices in the room that are looked at, and pictures of all of them at once. */
import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';
import { ALL_SIZES } from './sizes.ts';
import type { Size } from './sizes.ts';

export interface Faces {
  screen: Page;
  console: Page;
  /** Of somebody who has not answered. */
  phone: Page;
  /** Of somebody who has. */
  answered: Page;
  observer: Page;
}

export interface Moment {
  name: string;
  /** Phones that show the same anyhow need one picture. */
  isAnswering?: boolean;
  /** At every size and in the dark too. */
  isFull?: boolean;
}

export async function shootFaces(
  camera: Camera,
  { screen, console, phone, answered }: Faces,
  { name, isAnswering = false, isFull = false }: Moment,
): Promise<void> {
  const sizes = (usual: readonly Size[]): readonly Size[] =>
    isFull ? [...usual, ...ALL_SIZES.filter((size) => !usual.includes(size))] : usual;
  const onPhone = async (): Promise<void> => {
    await camera.take(phone, `${name}-phone`, { face: 'phone', sizes: sizes(['phone']), dark: isFull });
    await camera.take(phone, `${name}-phone-whole`, { face: 'phone', sizes: ['phone'], whole: true });
  };
  await Promise.all([
    camera.take(screen, `${name}-screen`, {
      face: 'screen',
      sizes: sizes(['projector', 'laptop']),
      dark: isFull,
    }),
    camera.take(console, `${name}-console`, {
      face: 'console',
      sizes: sizes(['laptop', 'phone']),
      dark: isFull,
    }),
    onPhone(),
    isAnswering
      ? camera.take(answered, `${name}-phone-answered`, { face: 'phone', sizes: ['phone'], whole: true })
      : undefined,
  ]);
}
