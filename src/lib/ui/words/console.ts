/** Every sentence the console says by itself; what a step would do comes from the server. */
import { plural } from './plural.ts';

const keys = {
  open: 'Space',
  close: 'Space',
  reopen: 'Space',
  reveal: 'Enter',
  next: '→',
  back: '←',
  undo: 'Z',
  round: null,
};

type Step = keyof typeof keys;

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

const steps = {
  key: keys,
  label,
  armed: (step: Step, effect: string) => (step === 'undo' ? `Undo: ${effect}` : effect),
  confirm: (step: Step) => `${label[step]} now`,
  leave: 'Leave it',
  again: (step: Step) => (keys[step] ? `${keys[step]} again does it, Esc leaves it.` : 'Esc leaves it.'),
  notNow: {
    open: 'It cannot be opened now.',
    close: 'Nothing is open that could be closed.',
    reopen: 'There is nothing to reopen.',
    reveal: 'Nothing to reveal yet: close the question first.',
    next: 'There is nothing further in the guide.',
    back: 'This is the beginning of the guide.',
    round: 'Another round is not possible here.',
    undo: 'There is nothing to undo.',
  } satisfies Record<Step, string>,
  done: {
    open: 'Opened: phones can answer.',
    close: 'Closed: every answer is kept.',
    reopen: 'Reopened: phones can answer again.',
    reveal: 'Revealed: the room sees the results.',
    next: 'The room has moved on.',
    back: 'The room has gone back; nothing was wiped.',
    round: 'A new round stands ready; the answers before are kept.',
    undo: 'Undone.',
  } satisfies Record<Step, string>,
};

const saving = {
  sending: 'Sending …',
  kept: 'Not sent yet: no connection. It is kept and goes out when the line is back.',
  saved: 'Saved.',
  warned: {
    money: 'Saved. Careful: the text names money.',
    no_hire: 'Saved. Careful: the text may name an agreement not to hire.',
  },
};

const masthead = {
  panes: { now: 'Now', guide: 'Guide', people: 'People', notes: 'Notes' },
  panesLabel: 'Parts of the console',
  code: 'Code',
  lock: 'Lock the room',
  unlock: 'Unlock the room',
  lockedMark: 'locked',
  locked: 'Locked: nobody new can join; who is in stays in.',
  unlocked: 'Unlocked: people can join again.',
  keys: 'Keys',
  endWorkshop: 'Close the workshop',
  more: 'Room',
  presence: (firms: number, people: number) =>
    `${plural(firms, 'firm', 'firms')}, ${plural(people, 'person', 'people')}`,
  quorum: (quorum: number, below: boolean) =>
    below ? `below the quorum of ${quorum}` : `quorum of ${quorum} reached`,
};

const banner = {
  offlineHead: 'No connection',
  offline: (waiting: number) =>
    waiting === 0
      ? 'What you press is kept and sent when the line is back.'
      : `${plural(waiting, 'step is', 'steps are')} kept and will be sent when the line is back.`,
  backSpoken: 'Connected again.',
  connecting: 'Connecting …',
  storageHead: 'Nothing can be saved',
  storage:
    'The server cannot write to its disk. The room can be read; answers and steps are kept on their devices and taken after the restart. Ask whoever runs the server to make space on the disk and restart it.',
  rehearsalHead: 'Rehearsal',
  rehearsal: 'The employers here are simulated. Nothing of this reaches a revision.',
  stoppedHead: 'This topic is stopped',
  stopped: 'Every screen and phone shows a neutral page. Phones take no answer until you resume.',
  resume: 'Resume the topic',
  resumed: 'Resumed: screens and phones show the topic again.',
  draftHead: 'Still a draft',
  draft: 'Staff open the room from the page of the workshop. Until then you can rehearse.',
  over: {
    closed: 'The workshop is closed.',
    review: 'The workshop is in review.',
    published: 'The workshop is published.',
  },
  review: 'Review what the room proposes',
  staffReview: 'Staff review what the room proposes.',
};

const guide = {
  heading: 'Guide',
  planned: 'planned',
  actual: 'actual',
  minutes: (minutes: number) => `${minutes} min`,
  total: (actual: number, planned: number) => `${actual} of ${planned} min`,
  ahead: (minutes: number) => `${minutes} min in hand`,
  behind: (minutes: number) => `${minutes} min over`,
  onTime: 'on time',
  skipped: 'passed over: nothing was tied',
  skippedShort: 'passed over',
  here: 'here',
  goHead: (title: string) => `Go to “${title}”?`,
  goEffect: 'The screen and every phone go there. What is open is closed; every answer and result is kept.',
  go: 'Go there',
  stay: 'Stay here',
  went: 'The room has moved. Nothing was wiped.',
  round: (round: number) => `round ${round}`,
};

const now = {
  heading: 'Now',
  place: (number: number, total: number) => `Activity ${number} of ${total}`,
  purpose: 'Purpose',
  rule: (percent: number, quorum: number) =>
    `Validated from ${percent} % of firms with an opinion · quorum ${quorum}`,
  controls: 'Steps',
  room: 'What the room sees now',
  roomLink: 'Open the screen in a window',
  onlyYou: 'Only you see this until you reveal it.',
  results: 'Results',
  nothingYet: 'Results appear here when the question is closed.',
  chosenBy: 'Chosen by firms',
  wins: 'Pairs won',
  survey: {
    useful: 'Useful',
    heard: 'Heard',
    clear: 'Clear',
    nobody: 'nobody answered',
    of: (score: string) => `${score} of 5`,
  },
  hidden: 'Results stay hidden while the question is open, also from you.',
  spotlight: (what: string) => `The room is looking at “${what}”.`,
  spotlightClear: 'Take it off the screen',
  spotlightCleared: 'The screen shows the question again.',
  spotlightSet: 'On the screen and phones now.',
  show: 'Show on screen',
  spotlightPick: 'Show one occupation large …',
  shown: 'On screen',
};

const timer = {
  heading: 'Time',
  left: (text: string) => `${text} left`,
  over: (text: string) => `${text} over`,
  spent: (actual: string, planned: string) => `${actual} of ${planned}`,
  notOpen: (minutes: number) => `${minutes} min planned`,
  extend: (minutes: number) => `+${minutes} min`,
  extended: (minutes: number) => `${plural(minutes, 'minute', 'minutes')} more.`,
  ask: 'The planned time is over. Nothing closes by itself, and no answer is lost.',
  askClose: 'Close now',
  askMore: (minutes: number) => `${plural(minutes, 'minute', 'minutes')} more`,
};

const topic = {
  stop: 'Stop the topic',
  heading: 'Stop the topic?',
  effect:
    'Screens and phones turn to a neutral page at once and everything about the topic disappears from them. That it happened, when, and the reason you give are written into the record. You can resume at any time.',
  reason: 'Reason',
  reasonHint: 'For the record, without repeating what was said.',
  confirm: 'Stop it now',
  done: 'Stopped: the topic is hidden everywhere.',
  log: 'Topics stopped',
  resumed: 'resumed',
  notResumed: 'still stopped',
};

const nudge = {
  button: 'Nudge',
  hint: 'Phones that have not finished show a gentle reminder.',
  done: 'Nudged those who have not finished.',
};

const people = {
  heading: 'People',
  finished: (done: number, all: number) => `${done} of ${plural(all, 'firm has', 'firms have')} finished`,
  filter: 'Show',
  filters: { all: 'Everyone', waiting: 'Not finished', offline: 'Offline', observers: 'Observers' },
  nobody: 'Nobody here yet',
  nobodyHint: 'People join with the code on the screen, or you add a person without a phone.',
  nobodyLike: 'Nobody like that now.',
  state: {
    finished: 'finished',
    waiting: 'not finished',
    offline: 'offline',
    paper: 'on paper',
    observer: 'observer',
    rules: 'ground rules not accepted yet',
  },
  add: 'Add a person without a phone',
  addHead: 'A person without a phone',
  addHint: 'They count like everyone else; you enter what they write on paper.',
  added: 'Added.',
  name: 'Name',
  organisation: 'Organisation',
  jobTitle: 'Job title',
  role: 'Takes part as',
  roles: { employer: 'Employer', observer: 'Observer' },
  roleHint: { employer: 'Answers and counts towards quorum.', observer: 'Listens only: no vote, no quorum.' },
  actions: (name: string) => `Actions for ${name}`,
  makeObserver: 'Make an observer',
  makeEmployer: 'Make an employer',
  roleSet: 'Role changed.',
  firm: 'Correct the firm',
  firmHead: (name: string) => `Which firm is ${name} from?`,
  firmPick: 'A firm already here',
  firmNew: 'Another firm',
  firmNewName: 'Name of the firm',
  firmSet: 'Firm corrected.',
  same: 'Same person as …',
  sameHead: (name: string) => `Who else is ${name}?`,
  sameHint:
    'The two become one. Where both answered the same question, the answer of the person you choose here stands.',
  samePick: 'The same person as',
  sameDone: 'Now one person.',
  paper: 'Enter a paper answer',
  cancel: 'Cancel',
  save: 'Save',
  join: 'Make them one',
};

const firms = {
  heading: 'Firms',
  hint: 'A firm counts once, however many people it sends.',
  alike: 'Perhaps the same firm',
  pair: (a: string, b: string) => `“${a}” and “${b}”`,
  merge: (into: string) => `Keep “${into}”`,
  apart: 'Two firms',
  merged: 'Now one firm.',
  people: (count: number) => plural(count, 'person', 'people'),
  all: (count: number) => `All ${plural(count, 'firm', 'firms')}`,
};

const notes = {
  heading: 'Notes',
  write: 'Write a note',
  placeholder: 'What was said, in your words',
  decision: 'The room decided this',
  add: 'Add note',
  added: 'Noted.',
  edit: 'Edit',
  edited: 'Note changed.',
  mark: 'Decision',
  none: 'No notes yet',
  noneHint: 'Notes go into the proceedings, beside the results.',
  hint: 'Ctrl+Enter adds it.',
};

const entries = {
  heading: (kind: string) => `${kind}`,
  headings: {
    nomination: 'Nominations',
    gap: 'Skill gaps',
    comment: 'Comments',
    theme: 'Themes',
    program: 'Programs',
    talent: 'Sources of talent',
    practice: 'Recruitment practices',
    category: 'Categories',
  },
  none: 'Nothing added yet.',
  about: (title: string) => `About ${title}`,
  held: { money: 'Held back: names money', no_hire: 'Held back: may name an agreement not to hire' },
  heldHead: (count: number) => `${plural(count, 'text is', 'texts are')} held back from the room`,
  release: 'Release',
  released: 'Released: the room can see it.',
  hide: 'Hide',
  unhide: 'Show again',
  hiddenMark: 'hidden',
  hidden: 'Hidden from screens and phones.',
  unhidden: 'The room can see it again.',
  rename: 'Rename',
  renameHead: 'Rename',
  renameField: 'As it should read',
  renamed: 'Renamed.',
  select: (label: string) => `Select “${label}”`,
  selected: (count: number) => `${count} selected`,
  merge: 'Merge …',
  mergeHead: 'Merge into which one?',
  mergeHint:
    'The others disappear from the lists; every answer to them counts for the one that stays. Undo puts them back.',
  mergeConfirm: 'Merge',
  merged: 'Merged.',
  alike: (label: string) => `Much like “${label}”`,
  mergeAlike: 'Merge them',
  theme: 'Theme',
  noTheme: 'No theme',
  themed: 'Theme set.',
  addTheme: 'New theme',
  match: 'Match to an occupation',
  unmatched: 'not matched yet',
  matchHead: (label: string) => `Which occupation is “${label}”?`,
  matchField: 'Search the code list',
  matchHint: 'By title or by another name people use for the job.',
  matchNone: 'Nothing found. Try another word for the job.',
  matchFailed: 'The search did not answer. Try again.',
  via: (alias: string) => `also called ${alias}`,
  matched: 'Matched.',
  nominate: 'Nominate from the code list',
  add: 'Add',
  addField: (kind: string) => `Add a ${kind.toLowerCase()}`,
  addAbout: 'For which occupation',
  everyOccupation: 'Every occupation',
  added: 'Added.',
  showMerged: (count: number) => `${plural(count, 'merged entry', 'merged entries')}`,
};

const map = {
  adopt: 'Take the room’s order onto the map',
  adoptHead: 'The room’s order',
  adoptHint: 'Moves the steps on the map into the order the room gave. Undo puts them back.',
  adoptWaits: 'Close the question first: the room’s order is counted then.',
  adopted: 'The map follows the room’s order now.',
  proposals: 'Proposed from phones',
  noProposals: 'No proposals are waiting.',
  accept: 'Put on the map',
  accepted: 'On the map now.',
  dismiss: 'Leave out',
  dismissed: 'Left out; its author is told.',
  removed: 'Taken off the map',
  restore: 'Put back',
  restored: 'Back on the map.',
  changed: 'The map is changed.',
  pathway: 'Pathway',
};

const categories = {
  heading: 'Categories',
  suggestions: 'Suggested from phones',
  place: 'Move there',
  placed: 'Moved.',
  suggestion: (occupation: string, category: string, firms: number) =>
    `${occupation} to ${category}, say ${plural(firms, 'firm', 'firms')}`,
};

const paper = {
  heading: 'Enter a paper answer',
  for: (name: string) => `Paper answers of ${name}`,
  notOpen: 'Open the question first: paper answers are taken while it is open.',
  noAnswers: 'This part of the guide takes no answers. Change the map itself, or write a note.',
  saved: (name: string) => `Saved for ${name}.`,
  kept: 'You do not see what the person answered before. What you enter replaces the answer to the same question.',
  notCleared: 'A paper answer can be replaced by another one, not taken back.',
  commentNote: (name: string, text: string) => `${name} (on paper): ${text}`,
  commentNoted: 'Written into the notes: a comment for the room needs its author’s own phone.',
};

const seats = {
  heading: 'Links and devices',
  intro: 'Each link works once, for one device. Make a new one for every device.',
  kinds: { co: 'Co-facilitator', remote: 'Phone as remote', screen: 'Screen' },
  hints: {
    co: 'A second console with the same controls.',
    remote: 'The same console on your own phone.',
    screen: 'The projector, when it hangs on another machine.',
  },
  make: 'Make a link',
  name: 'For whom',
  ready: (kind: string) => `${kind}: scan this, or send the address`,
  address: 'Address',
  once: 'The link works once. It is not shown again.',
  devices: 'Devices of this room',
  lead: 'Lead',
  you: 'this device',
  taken: 'in use',
  notTaken: 'link not used yet',
  here: 'connected',
  away: 'not connected',
  handOver: 'Hand over',
  handedOver: 'Handed over. The lead is there now.',
  handOverEffect: (name: string) => `${name} becomes the lead; you stay as co-facilitator.`,
  revoke: 'Revoke',
  revoked: 'Revoked: that device is out.',
  revokeEffect: (name: string) => `${name} loses the console at once.`,
  yes: 'Do it',
  no: 'Leave it',
};

const door = {
  title: (title: string) => `Console · ${title}`,
  noSeatHead: 'This console needs a link',
  noSeat:
    'A console opens by a link that works once. A facilitator makes one under “Links and devices”; staff open the console from the page of the workshop.',
  home: 'To the front page',
  goodbyeHead: 'This console has ended',
  reload: 'Reload the page',
  offline: 'No connection. The console opens as soon as the line is back.',
  failed: 'That did not go through. Check the connection and try again.',
  open: 'Open the room',
  openEffect: 'People can join with the code from now on; the preparation is closed.',
};

const copy = {
  button: 'Copy',
  done: 'Copied.',
  byHand: 'Selected: copy it with Ctrl+C, or press and hold.',
};

const closing = {
  heading: 'Close the workshop?',
  confirm: 'Close the workshop',
  done: 'The workshop is closed. Staff can review what it proposes.',
};

const rehearsal = {
  button: 'Rehearse',
  heading: 'Rehearse this workshop',
  what: 'A copy of the workshop is filled with simulated employers: quick, slow, silent, late, dropping out and coming back. You run it as on the day; one click discards it.',
  employers: 'Simulated employers',
  start: 'Start the rehearsal',
  starting: 'The employers are coming in …',
  discard: 'Discard the rehearsal',
  discardEffect: 'The rehearsal and everything in it disappears. The real workshop is not touched.',
};

const keyList = {
  heading: 'Keys',
  hint: 'A key first names what will happen; the same key again does it. Keys rest while you type.',
  rows: [
    ['Space', 'Open, close or reopen the question'],
    ['Enter', 'Reveal the results'],
    ['→', 'Next in the guide'],
    ['←', 'Back in the guide'],
    ['Z', 'Undo the last step'],
    ['N', 'Write a note'],
    ['Esc', 'Leave what was named'],
    ['?', 'This list'],
  ] as const,
};

export const CONSOLE_WORDS = {
  steps,
  saving,
  masthead,
  banner,
  guide,
  now,
  timer,
  topic,
  nudge,
  people,
  firms,
  notes,
  entries,
  map,
  categories,
  paper,
  seats,
  door,
  copy,
  closing,
  rehearsal,
  keyList,
  export: 'Export so far',
};
