/** The strokes of every icon, on a grid of 24. */
export const iconPaths = {
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  left: 'M19 12H5M11 6l-6 6 6 6',
  right: 'M5 12h14M13 6l6 6-6 6',
  chevron: 'M7 10l5 5 5-5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  undo: 'M9 7L4 12l5 5M4 12h10a5.5 5.5 0 0 1 0 11',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  pause: 'M9 5v14M15 5v14',
  cloud: 'M7 18h10.5a3.5 3.5 0 0 0 .4-7A6 6 0 0 0 6.3 10 4 4 0 0 0 7 18z',
  offline: 'M3 3l18 18M7 18h8.5M6.3 10A4 4 0 0 0 7 18M10 6.4a6 6 0 0 1 7.9 4.6 3.5 3.5 0 0 1 2.4 5',
  sending: 'M12 20V8M7 13l5-5 5 5M5 4h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.5h.01',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
} as const;

export type IconName = keyof typeof iconPaths;
