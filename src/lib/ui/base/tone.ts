/** What a chip or a notice is about; always with words, never colour alone. */
export type Tone = 'plain' | 'accent' | 'good' | 'caution' | 'danger';
