/** The industry-input guide Plumbline ships; staff trim, reorder and reword it, and save their own. */
import type { Activity, Guide } from '../../src/lib/protocol/guide.ts';

const activity = (
  kind: Activity['kind'],
  title: string,
  minutes: number,
  purpose: string,
  prompts: string[],
): Activity => ({ id: kind, kind, title, minutes, purpose, prompts, choose: null });

export const DEFAULT_GUIDE: Guide = [
  activity(
    'welcome',
    'Welcome',
    8,
    'Everyone is in, knows what is recorded, and has accepted the ground rules.',
    ['Join with your phone. No account needed.'],
  ),
  activity(
    'figures',
    'Review the data',
    12,
    'Employers check the published figures against what they see at work.',
    ['Do these figures match what you see in our region?'],
  ),
  {
    ...activity(
      'critical',
      'Critical occupations',
      12,
      'The room names the occupations it can least do without.',
      [
        'Which occupations should be on the ballot?',
        'Which of these would hurt most if you could not fill it?',
        'These are tied. In each pair: which one matters more?',
      ],
    ),
    choose: { min: 3, max: 5, keep: 5 },
  },
  activity(
    'category',
    'Group by category',
    6,
    'The chosen occupations stand in the categories the room itself uses.',
    ['Do these belong together as they stand?'],
  ),
  activity(
    'reason',
    'What makes them critical',
    8,
    'Why each occupation is critical, in reasons and in words.',
    ['What makes this occupation critical for you?'],
  ),
  activity('gap', 'Skill gaps', 12, 'What entry-level candidates frequently lack.', [
    'What do entry-level candidates frequently lack?',
  ]),
  activity('pathway', 'Pathway', 15, 'How people come into each occupation and go on from it.', [
    'In what order do people come into this job, and go on from it?',
    'Is this how people move? Propose what is missing.',
  ]),
  activity(
    'validation',
    'Validate the map',
    10,
    'Each step and each transition is agreed, contested or left undecided by the declared rule.',
    ['Does this happen in your firm, or in firms like yours?'],
  ),
  activity(
    'preference',
    'Programs, talent, recruitment',
    8,
    'Which programs, channels and practices employers trust.',
    ['Which programs, sources of talent and practices work for you?'],
  ),
  activity('commitment', 'Commitments', 6, 'What each employer is ready to do next.', [
    'What will you do, and by when?',
  ]),
  activity('close', 'Close', 3, 'What the room decided, and what happens with it.', [
    'One minute: how was this for you?',
  ]),
];

export const DEFAULT_COMPETITION_TEXT = [
  'You may compete with others in this room, for customers and for people. So:',
  '• Do not talk about what you pay, or plan to pay, in wages, bonuses or benefits.',
  '• Do not talk about how many people you will hire or let go, or about plans to expand, close or move.',
  '• Make no agreement, not even an informal one, about whom to hire or not to hire, or on what terms.',
  '• Speak about skills, training and how people move between jobs.',
  'The facilitator stops a topic that leaves these bounds, and you can ask for it at any time. This is not legal advice; your own counsel may ask more of you.',
].join('\n');

export { CONSENT_TEXT } from '../../src/lib/protocol/consent-text.ts';

/** Channels a room can start from; never a competitor by name (C2). */
export const TALENT_CHANNELS: readonly { id: string; label: string }[] = [
  { id: 'talent-college', label: 'Community or technical college career services' },
  { id: 'talent-apprenticeship', label: 'Registered apprenticeship' },
  { id: 'talent-high-school', label: 'High-school career and technical education' },
  { id: 'talent-workforce', label: 'Public workforce or job centre' },
  { id: 'talent-referral', label: 'Referrals by our own people' },
  { id: 'talent-veterans', label: 'Veterans’ transition programs' },
  { id: 'talent-community', label: 'Community organisations' },
  { id: 'talent-online', label: 'Online job boards' },
];

export const RECRUITMENT_PRACTICES: readonly { id: string; label: string }[] = [
  { id: 'practice-work-experience', label: 'Work-based learning before hiring' },
  { id: 'practice-skills', label: 'Hiring on shown skills rather than degrees' },
  { id: 'practice-tuition', label: 'Help with tuition or licence fees' },
  { id: 'practice-mentor', label: 'A mentor for the first months' },
  { id: 'practice-schedule', label: 'Schedules that fit school or family' },
  { id: 'practice-ladder', label: 'A visible ladder to the next job' },
];

export const COMMITMENTS = [
  { id: 'host_placement', label: 'Host a placement' },
  { id: 'job_shadow', label: 'Offer a job shadow' },
  { id: 'task_force', label: 'Join the task force' },
  { id: 'review_curriculum', label: 'Review a curriculum' },
  { id: 'evaluate_learners', label: 'Evaluate learners' },
  { id: 'recognise_credential', label: 'Recognise a credential' },
] as const;
