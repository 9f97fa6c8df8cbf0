/**
 * What a person types, without what nobody can see and a reader could be fooled by: control characters, half characters, and the
 * marks that turn the direction of what follows, beyond their own text (S6). Joiners stay, which scripts and emoji need.
 */
import * as z from 'zod';

/** Controls but the end of a line, byte order and zero-width spaces, embeddings, overrides and isolates, tags. */
const UNSEEN =
  /[[\p{Cc}--\n]\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gv;
const ENDS_A_LINE = /\r\n?|\x85|\u2028|\u2029/g;

export function typedText() {
  return z
    .string()
    .overwrite((text) =>
      text.toWellFormed().replace(ENDS_A_LINE, '\n').replace(/\t/g, ' ').replace(UNSEEN, ''),
    )
    .trim();
}
