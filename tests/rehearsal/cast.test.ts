import { expect, test } from 'vitest';
import { competitionWarning } from '../../src/lib/protocol/competition.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { normalFirmName } from '../../server/workshop/firms.ts';

test.each([5, 12, 18, 25, 40])(
  'V4 %i employers: every temper, and firms that send two people count once',
  (many) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const cast = castOf(seed, many);
      expect(cast).toHaveLength(many);
      expect(castOf(seed, many)).toEqual(cast);
      expect(new Set(cast.map(({ temper }) => temper)).size).toBe(5);
      expect(new Set(cast.map(({ profile }) => profile.name)).size).toBe(many);
      for (const { firm, profile } of cast) {
        expect(normalFirmName(profile.organisation)).toBe(normalFirmName(firm));
        expect(competitionWarning(`${profile.organisation} ${profile.name}`)).toBeNull();
      }
    }
  },
);
