/** What pictures are taken at: a phone, a laptop, a projector. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1280, height: 800 },
  projector: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;
export const ALL_SIZES: readonly Size[] = ['phone', 'laptop', 'projector'];
