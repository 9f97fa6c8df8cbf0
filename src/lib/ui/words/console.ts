/** Every sentence the console says by itself; what a step would do comes from the server. */
const key = {
  open: 'Space',
  close: 'Space',
  reopen: 'Space',
  reveal: 'Enter',
  next: '→',
  back: '←',
  undo: 'Z',
  round: '',
};

type Step = keyof typeof key;

const label: Record<Step, string> = {
  open: 'Open',
  close: 'Close',
  reopen: 'Reopen',
  reveal: 'Reveal',
  next: 'Next',
  back: 'Back',
  round: 'Another round',
  undo: 'Undo',
};

export const CONSOLE_WORDS = {
  key,
  label,
  armed: (step: Step, effect: string) =>
    step === 'undo'
      ? `Undo “${effect}”? Press Z again to do it, Escape to leave it.`
      : `${label[step]}: ${effect} Press ${key[step] || 'it'} again to do it, Escape to leave it.`,
  impossible: {
    open: 'This question cannot be opened now.',
    close: 'Nothing is open that could be closed.',
    reopen: 'There is nothing to reopen.',
    reveal: 'There is nothing to reveal yet: close the question first.',
    next: 'There is nothing further in the guide.',
    back: 'This is the beginning of the guide.',
    round: 'Another round is not possible here.',
    undo: 'There is nothing to undo.',
  } satisfies Record<Step, string>,
  done: {
    open: 'Opened. Phones can answer.',
    close: 'Closed. Nobody’s answer is lost.',
    reopen: 'Reopened. Phones can answer again.',
    reveal: 'Revealed. The room sees the results.',
    next: 'The room has moved on.',
    back: 'The room has gone back. Nothing was wiped.',
    round: 'A new round stands ready. The answers before are kept.',
    undo: 'Undone.',
  } satisfies Record<Step, string>,
  sending: 'Sending …',
  kept: 'Not sent yet: no connection. It is kept and goes out when the line is back.',
  warned: {
    money: 'Saved. Careful: the text names money; it is held back from the room until you release it.',
    no_hire:
      'Saved. Careful: the text may name an agreement not to hire; it is held back from the room until you release it.',
  },
  status: { upcoming: 'not open yet', open: 'open', closed: 'closed, not revealed', revealed: 'revealed' },
  stage: {
    draft: 'Draft',
    open: 'Lobby',
    running: 'Running',
    closed: 'Closed',
    review: 'In review',
    published: 'Published',
  },
  keys: [
    ['Space', 'Open, close or reopen the question'],
    ['Enter', 'Reveal the results'],
    ['→', 'Next in the guide'],
    ['←', 'Back in the guide'],
    ['Z', 'Undo the last step'],
    ['N', 'Write a note'],
    ['Esc', 'Leave the named step undone'],
    ['?', 'This list'],
  ] as const,
};
