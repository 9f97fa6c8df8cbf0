import type { CurrentView } from '#lib/protocol/views/header.ts';

export interface TimeLeft {
  plannedMs: number;
  spentMs: number;
  /** Negative once the planned time is over; null while the phase is not open. */
  leftMs: number | null;
}

export function timeLeft(timer: CurrentView['timer'], now: number): TimeLeft {
  const running = timer.openedAt === null ? 0 : Math.max(0, now - timer.openedAt);
  const leftMs = timer.endsAt === null ? null : timer.endsAt - now;
  return { plannedMs: timer.plannedMs, spentMs: timer.spentMs + running, leftMs };
}

/** 125000 -> "2:05"; hours are not split off: a phase of 90 minutes reads "90:00". */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const minutesOf = (ms: number): number => Math.round(ms / 60_000);
