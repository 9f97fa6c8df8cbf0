/** The faces of a phone that come after its first words. */
import { LatePart } from './late-part.ts';

export const lateFaces = new LatePart(() => import('./late-faces.ts'));
